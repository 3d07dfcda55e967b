import type { Piece } from './page-text.ts';
import { prevailing } from './pieces.ts';

/** Whether all words of a piece or line are bold. */
export function isAllStrong({ items }: Pick<Piece, 'items'>): boolean {
  return items.every((item) => item.isStrong || !/[\p{L}\p{N}]/u.test(item.text)) && items.some((item) => item.isStrong);
}

/** The family of typeface that most letters are set in. */
export function familyOf(pieces: readonly Pick<Piece, 'items'>[]): string {
  return prevailing(pieces.flatMap(({ items }) => items.map((item) => [item.family, item.text.length] as const))) ?? '';
}
