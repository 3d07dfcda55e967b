import { attributeOf, childNamed, elementsOf, type XmlElement } from '../office-open/parse-xml.ts';

/** The mark before a paragraph: none, any bullet, or a number that counts. */
export type Bullet = { type: 'none' } | { type: 'bullet' } | { type: 'counted'; scheme: string; startAt: number };

/** How text looks, as far as one place says it. */
export interface TextStyle {
  bullet?: Bullet;
  /** In hundredths of a point. */
  size?: number;
  isBold?: boolean;
  /** Where the text begins, in EMU from the edge of its frame. */
  margin?: number;
}

/** The styles of the nine levels of an outline, the first at 0. */
export type ListStyle = readonly (TextStyle | undefined)[];

const DEFAULT_SIZE = 1800;

/** Reads `a:lvl1pPr` to `a:lvl9pPr` of a list style, wherever it stands. */
export function readListStyle(element: XmlElement | undefined): ListStyle {
  const levels: (TextStyle | undefined)[] = [];
  for (const child of element ? elementsOf(element) : []) {
    const level = /^a:lvl([1-9])pPr$/.exec(child.name)?.[1];
    if (level !== undefined) levels[Number(level) - 1] = readParagraphStyle(child);
  }
  return levels;
}

/** What a paragraph's properties, or one level of a list style, say. */
export function readParagraphStyle(properties: XmlElement): TextStyle {
  const bullet = readBullet(properties);
  const margin = readNumber(properties, 'marL');
  const runs = childNamed(properties, 'a:defRPr');
  return { ...(runs ? readRunStyle(runs) : {}), ...(bullet ? { bullet } : {}), ...(margin === undefined ? {} : { margin }) };
}

/** What a run's properties say. */
export function readRunStyle(properties: XmlElement): TextStyle {
  const size = readNumber(properties, 'sz');
  const bold = attributeOf(properties, 'b');
  return { ...(size === undefined ? {} : { size }), ...(bold === undefined ? {} : { isBold: bold === '1' || bold === 'true' }) };
}

function readBullet(properties: XmlElement): Bullet | undefined {
  for (const child of elementsOf(properties)) {
    if (child.name === 'a:buNone') return { type: 'none' };
    if (child.name === 'a:buChar' || child.name === 'a:buBlip') return { type: 'bullet' };
    if (child.name === 'a:buAutoNum') return { type: 'counted', scheme: attributeOf(child, 'type') ?? 'arabicPeriod', startAt: readNumber(child, 'startAt') ?? 1 };
  }
  return undefined;
}

/** A style with nothing left open: of each property, what the nearest place says. */
export function resolveStyle(places: readonly (TextStyle | undefined)[]): Required<TextStyle> {
  const resolved: Required<TextStyle> = { bullet: { type: 'none' }, size: DEFAULT_SIZE, isBold: false, margin: 0 };
  return Object.assign(resolved, ...places.toReversed().map((place) => place ?? {})) as Required<TextStyle>;
}

/** A whole number in an attribute; `undefined` where there is none. */
export function readNumber(element: XmlElement, name: string): number | undefined {
  const value = attributeOf(element, name);
  return value !== undefined && /^-?\d{1,12}$/.test(value) ? Number(value) : undefined;
}
