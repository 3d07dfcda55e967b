import type { WordParagraph } from './word-blocks.ts';

interface OpenItem {
  listId: string | undefined;
  level: number;
  /** Where the item's mark stands, in twentieths of a point from the margin. */
  markAt: number;
  textAt: number;
}

/** Lengths that differ by less look the same: a twentieth of an inch. */
const SAME = 72;

/** The items that the next paragraph may stand under. Inside one list its levels tell; between lists only how far they stand in. */
export class OpenLists {
  #open: OpenItem[] = [];

  /** Opens an item and says how many others it stands inside. */
  openItem({ list, format }: Pick<WordParagraph, 'list' | 'format'>, extraLevel = 0): number {
    const left = format.left ?? 0;
    const markAt = left + (format.firstLine ?? 0) + extraLevel * 360;
    const item: OpenItem = { listId: list?.id, level: (list?.level ?? 0) + extraLevel, markAt, textAt: Math.max(left, markAt) };
    const standsUnder = (outer: OpenItem) => {
      if (outer.listId === item.listId && list !== undefined) return outer.level < item.level;
      // A list of Word's stands in from the margin by itself, and so not under a mark that somebody typed.
      return outer.markAt + SAME < item.markAt && !(outer.listId === undefined && list !== undefined);
    };
    while (this.#open.length > 0 && !this.#open.every(standsUnder)) this.#open.pop();
    this.#open.push(item);
    return this.#open.length - 1;
  }

  /** How many open items a paragraph without a mark goes on with; those deeper are closed. */
  continueItem({ format }: Pick<WordParagraph, 'format'>): number {
    const left = format.left ?? 0;
    this.#open = left <= 0 ? [] : this.#open.filter(({ textAt }) => textAt <= left + SAME);
    return this.#open.length;
  }

  /** Whether an item stands open. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  close(): void {
    this.#open = [];
  }
}
