import type { OfficePackage } from '../office-open/open-package.ts';
import { attributeOf, childNamed, childrenNamed } from '../office-open/parse-xml.ts';
import { refuse, refuseDamaged } from '../refuse.ts';
import { readListStyle, readNumber, type ListStyle } from './text-style.ts';

export interface Presentation {
  /** Names of the parts that hold the slides, in the order they are shown. */
  slideParts: readonly string[];
  /** In EMU. */
  size: { width: number; height: number };
  /** How text looks that no placeholder and no list style says more of. */
  plainStyle: ListStyle;
}

const USUAL_SIZE = { width: 12_192_000, height: 6_858_000 };

/** Finds the presentation in the package and the slides in it. */
export async function openPresentation(pack: OfficePackage, file: string): Promise<Presentation> {
  const part = [...(await pack.readRelationships('')).values()].find(({ type }) => type === 'officeDocument')?.target ?? 'ppt/presentation.xml';
  const root = await pack.readXml(part);
  if (!root) return refuseDamaged(file, 'its list of slides is missing');
  const related = await pack.readRelationships(part);
  const list = childNamed(root, 'p:sldIdLst');
  const slideParts = (list ? childrenNamed(list, 'p:sldId') : []).map((entry, at) => related.get(attributeOf(entry, 'r:id') ?? '')?.target ?? refuseDamaged(file, `its slide ${at + 1} is missing`));
  if (slideParts.length === 0) refuse(file, 'document-empty', 'The presentation holds no slides.', 'Check that it is the file you meant; a template or a slide master alone has nothing to import.');
  const measures = childNamed(root, 'p:sldSz');
  const [width, height] = [measures && readNumber(measures, 'cx'), measures && readNumber(measures, 'cy')];
  return { slideParts, size: { width: width ?? USUAL_SIZE.width, height: height ?? USUAL_SIZE.height }, plainStyle: readListStyle(childNamed(root, 'p:defaultTextStyle')) };
}
