import { attributeOf, childNamed, type XmlElement } from '../office-open/parse-xml.ts';
import { readCount, readSwitch, readTwips, valueOf } from './measure.ts';

/** What is said about letters; what is not said is left to the style below. */
export interface RunFormat {
  isStrong?: boolean;
  isHidden?: boolean;
  /** In half points. */
  size?: number;
}

/** What is said about a paragraph. Lengths are in twentieths of a point. */
export interface ParagraphFormat {
  /** From 0; 9 is body text. */
  outlineLevel?: number;
  /** The list it is an item of; "0" takes it out of its style's list. */
  numberingId?: string;
  /** Level in that list, from 0. */
  listLevel?: number;
  /** How far its text stands in from the margin. */
  left?: number;
  /** How far its first line stands in from the others; negative where it stands out. */
  firstLine?: number;
  startsPage?: boolean;
}

/** Reads `w:rPr`. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  const isStrong = readSwitch(properties, 'w:b');
  const isHidden = readSwitch(properties, 'w:vanish');
  const size = readCount(properties, 'w:sz');
  return { ...(isStrong === undefined ? {} : { isStrong }), ...(isHidden === undefined ? {} : { isHidden }), ...(size === undefined ? {} : { size }) };
}

/** Reads `w:pPr`. */
export function readParagraphFormat(properties: XmlElement | undefined): ParagraphFormat {
  if (!properties) return {};
  const outlineLevel = readCount(properties, 'w:outlineLvl');
  const numbering = childNamed(properties, 'w:numPr');
  const numberingId = valueOf(numbering, 'w:numId');
  const listLevel = readCount(numbering, 'w:ilvl');
  const startsPage = readSwitch(properties, 'w:pageBreakBefore');
  return {
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(numberingId === undefined ? {} : { numberingId }),
    ...(listLevel === undefined ? {} : { listLevel }),
    ...(startsPage === undefined ? {} : { startsPage }),
    ...readIndent(childNamed(properties, 'w:ind')),
  };
}

function readIndent(indent: XmlElement | undefined): Pick<ParagraphFormat, 'left' | 'firstLine'> {
  if (!indent) return {};
  const left = readTwips(attributeOf(indent, 'w:left') ?? attributeOf(indent, 'w:start'));
  const hanging = readTwips(attributeOf(indent, 'w:hanging'));
  const firstLine = hanging === undefined ? readTwips(attributeOf(indent, 'w:firstLine')) : -hanging;
  return { ...(left === undefined ? {} : { left }), ...(firstLine === undefined ? {} : { firstLine }) };
}
