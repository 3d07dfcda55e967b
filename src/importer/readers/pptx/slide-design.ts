import type { OfficePackage } from '../office-open/open-package.ts';
import { attributeOf, childNamed, childrenNamed, descend, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';
import { readBox, type Box } from './box.ts';
import { readListStyle, type ListStyle } from './text-style.ts';

/** What a placeholder is for, as its `p:ph` says: `title`, `body`, `ftr`, …; `obj` where it doesn't. */
export interface Placeholder {
  type: string;
  index: string | undefined;
}

/** Where a placeholder stands and how its text looks, as far as layout and master say, nearest first. */
export interface PlaceholderDesign {
  box: Box | undefined;
  styles: ListStyle[];
}

/** The layout and master that a slide is made on. */
export interface SlideDesign {
  /** `title`, `secHead`, `obj`, `titleOnly`, …; empty where the layout has no type. */
  layoutType: string;
  findPlaceholder: (placeholder: Placeholder) => PlaceholderDesign;
  /** How text outside placeholders looks. */
  plainStyles: readonly ListStyle[];
}

interface Sheet {
  placeholders: { placeholder: Placeholder; box: Box | undefined; style: ListStyle }[];
  root: XmlElement | undefined;
  part: string | undefined;
}

const NO_SHEET: Sheet = { placeholders: [], root: undefined, part: undefined };

/** Gives the design of a slide's layout; each layout and master is read once, however many slides are made on it. */
export function createDesignReader(pack: OfficePackage, plainStyle: ListStyle): (slidePart: string) => Promise<SlideDesign> {
  const sheets = new Map<string, Promise<Sheet>>();
  const designs = new Map<string, Promise<SlideDesign>>();
  const readSheet = (part: string) => {
    const known = sheets.get(part);
    if (known) return known;
    const sheet = pack.readXml(part).then((root): Sheet => ({ placeholders: root ? listPlaceholders(root) : [], root, part }));
    sheets.set(part, sheet);
    return sheet;
  };
  const findRelated = async (part: string, type: string) => [...(await pack.readRelationships(part)).values()].find((related) => related.type === type && !related.isExternal)?.target;
  const readDesign = async (layoutPart: string | undefined): Promise<SlideDesign> => {
    const layout = layoutPart === undefined ? NO_SHEET : await readSheet(layoutPart);
    const masterPart = layoutPart === undefined ? undefined : await findRelated(layoutPart, 'slideMaster');
    const master = masterPart === undefined ? NO_SHEET : await readSheet(masterPart);
    return toDesign(layout, master, plainStyle);
  };
  return async (slidePart) => {
    const layoutPart = await findRelated(slidePart, 'slideLayout');
    const known = designs.get(layoutPart ?? '');
    if (known) return known;
    const design = readDesign(layoutPart);
    designs.set(layoutPart ?? '', design);
    return design;
  };
}

function toDesign(layout: Sheet, master: Sheet, plainStyle: ListStyle): SlideDesign {
  const texts = master.root && childNamed(master.root, 'p:txStyles');
  const [titles, bodies, others] = ['p:titleStyle', 'p:bodyStyle', 'p:otherStyle'].map((name) => readListStyle(texts && childNamed(texts, name)));
  return {
    layoutType: (layout.root && attributeOf(layout.root, 'type')) ?? '',
    plainStyles: [plainStyle],
    findPlaceholder: (placeholder) => {
      const onLayout = findMatch(layout, placeholder);
      const basic = toBasicType(onLayout?.placeholder.type ?? placeholder.type);
      const onMaster = master.placeholders.find((candidate) => toBasicType(candidate.placeholder.type) === basic);
      const general = basic === 'title' ? titles : basic === 'body' ? bodies : others;
      return { box: onLayout?.box ?? onMaster?.box, styles: [onLayout?.style, onMaster?.style, general, plainStyle].filter((style) => style !== undefined) };
    },
  };
}

/** The layout's placeholder with the same index, or else of the same type. */
function findMatch(layout: Sheet, { type, index }: Placeholder): Sheet['placeholders'][number] | undefined {
  const sameIndex = index === undefined ? undefined : layout.placeholders.find(({ placeholder }) => placeholder.index === index);
  return sameIndex ?? layout.placeholders.find(({ placeholder }) => placeholder.type === type) ?? layout.placeholders.find(({ placeholder }) => toBasicType(placeholder.type) === toBasicType(type));
}

/** Masters have only five kinds of placeholder. */
function toBasicType(type: string): string {
  if (isTitle(type)) return 'title';
  return type === 'dt' || type === 'ftr' || type === 'sldNum' || type === 'hdr' ? type : 'body';
}

export function isTitle(type: string): boolean {
  return type === 'title' || type === 'ctrTitle';
}

function listPlaceholders(root: XmlElement): Sheet['placeholders'] {
  const tree = descend(root, 'p:cSld', 'p:spTree');
  return (tree ? elementsOf(tree) : []).flatMap((shape) => {
    const placeholder = readPlaceholder(shape);
    if (!placeholder) return [];
    return [{ placeholder, box: readBox(descend(shape, 'p:spPr', 'a:xfrm')), style: readListStyle(descend(shape, 'p:txBody', 'a:lstStyle')) }];
  });
}

/** The placeholder that a shape fills, whatever kind of shape it is. */
export function readPlaceholder(shape: XmlElement): Placeholder | undefined {
  for (const properties of elementsOf(shape).filter(({ name }) => /^p:nv\w+Pr$/.test(name))) {
    const [mark] = childrenNamed(properties, 'p:nvPr').flatMap((own) => childrenNamed(own, 'p:ph'));
    if (mark) return { type: attributeOf(mark, 'type') ?? 'obj', index: attributeOf(mark, 'idx') };
  }
  return undefined;
}
