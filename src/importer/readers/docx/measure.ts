import { attributeOf, childNamed, type XmlElement } from '../office-open/parse-xml.ts';

const TWIPS: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7, pc: 240, pi: 240 };

/** A length in twentieths of a point; strict files write units ("0.5in"). */
export function readTwips(written: string | undefined): number | undefined {
  const match = /^(-?\d{1,7}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|pi)?$/.exec(written ?? '');
  if (!match) return undefined;
  return Number(match[1]) * (match[2] === undefined ? 1 : (TWIPS[match[2]] ?? 1));
}

/** What a child element says in its `w:val`; `undefined` where there is no such child. */
export function valueOf(element: XmlElement | undefined, child: string): string | undefined {
  const found = element && childNamed(element, child);
  return found && attributeOf(found, 'w:val');
}

/** Whether a property is switched on or off; it is on where it is there without a value, `undefined` where it is not there. */
export function readSwitch(element: XmlElement | undefined, child: string): boolean | undefined {
  const found = element && childNamed(element, child);
  return found && !/^(?:0|false|off|none)$/.test(attributeOf(found, 'w:val') ?? '');
}

/** A whole number in a child's `w:val`. */
export function readCount(element: XmlElement | undefined, child: string): number | undefined {
  const value = valueOf(element, child);
  return value !== undefined && /^-?\d{1,6}$/.test(value) ? Number(value) : undefined;
}
