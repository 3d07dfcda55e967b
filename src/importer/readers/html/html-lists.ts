import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { Marker } from '../../outline.ts';

/** A list item's mark, and how it is written. */
export interface ListMark {
  marker: Marker;
  written: string;
}

export const BULLET: ListMark = { marker: { kind: 'bullet', value: '' }, written: '•' };

/** The mark of every list item of a page: a bullet, or its number in the writing that its list asks for. */
export function markItems(page: Nodes): Map<Element, ListMark> {
  const marks = new Map<Element, ListMark>();
  visit(page, 'element', (list) => {
    if (list.tagName !== 'ol') return;
    const isLettered = /^a$/i.test(String(list.properties['type'] ?? '')) || /(?:lower|upper)-(?:alpha|latin)/i.test(String(list.properties['style'] ?? ''));
    let number = toNumber(list.properties['start'], 1);
    for (const child of list.children) {
      if (child.type !== 'element' || child.tagName !== 'li') continue;
      number = toNumber(child.properties['value'], number);
      const letter = isLettered && number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : undefined;
      marks.set(child, letter === undefined ? { marker: { kind: 'number', value: String(number) }, written: `${number}.` } : { marker: { kind: 'letter', value: letter }, written: `${letter})` });
      number += 1;
    }
  });
  return marks;
}

function toNumber(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isInteger(number) ? number : otherwise;
}
