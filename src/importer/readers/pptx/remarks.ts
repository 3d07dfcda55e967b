import type { OfficePackage, Relationship } from '../office-open/open-package.ts';
import { childNamed, descend, elementsOf, textOf, type XmlElement } from '../office-open/parse-xml.ts';
import { readPlaceholder } from './slide-design.ts';
import { readSlideText, type SlideParagraph } from './slide-text.ts';

/** What people wrote about a slide rather than on it. */
export interface Remark {
  reason: string;
  paragraphs: SlideParagraph[];
}

/** Reads a slide's speaker notes and comments. */
export async function readRemarks(pack: OfficePackage, related: readonly Relationship[]): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const { type, target } of related) {
    if (type !== 'notesSlide' && type !== 'comments') continue;
    const root = await pack.readXml(target);
    if (!root) continue;
    const paragraphs = type === 'notesSlide' ? readNotes(root) : readComments(root);
    remarks.push({ reason: type === 'notesSlide' ? 'speaker notes (not read as statements)' : 'comment', paragraphs });
  }
  return remarks;
}

function readNotes(root: XmlElement): SlideParagraph[] {
  const tree = descend(root, 'p:cSld', 'p:spTree');
  return (tree ? elementsOf(tree) : []).flatMap((shape) => {
    const body = childNamed(shape, 'p:txBody');
    return body && readPlaceholder(shape)?.type !== 'sldNum' ? readSlideText(body, []) : [];
  });
}

/** Comments of every age: `p:text` in older files, a text body in newer ones, whatever they and their answers are called. */
function readComments(root: XmlElement): SlideParagraph[] {
  const paragraphs: SlideParagraph[] = [];
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element.name.endsWith(':text')) paragraphs.push({ lines: [{ runs: [{ text: textOf(element) }], size: 0 }], mark: undefined, level: 0, margin: 0, field: undefined });
    else if (element.name.endsWith(':txBody')) paragraphs.push(...readSlideText(element, []));
    else waiting.push(...elementsOf(element).toReversed());
  }
  return paragraphs;
}
