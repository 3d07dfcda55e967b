import type { Piece } from './page-text.ts';

/** Whether all words of a piece or line are bold. */
export function isAllStrong({ items }: Pick<Piece, 'items'>): boolean {
  return items.every((item) => item.isStrong || !/[\p{L}\p{N}]/u.test(item.text)) && items.some((item) => item.isStrong);
}
