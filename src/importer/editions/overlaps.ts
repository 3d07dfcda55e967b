import type { DraftEntry, FormerEntry } from './entry.ts';
import type { WordWeights } from './wording.ts';

/** Two statements of two editions that have words in common, enough to be told of. */
export interface Overlap {
  former: FormerEntry;
  draft: DraftEntry;
  /** 1 for the same words in the same order, 0 where none is shared. */
  likeness: number;
}

/** Less than this nobody asks for: neither are the two alike, nor is the one a part of the other. */
const FLOOR = { likeness: 0.15, share: 0.5 };

/** Finds all pairs that overlap, by way of their words: each former statement is held only against those that share one. */
export function findOverlaps(former: readonly FormerEntry[], draft: readonly DraftEntry[], weights: WordWeights): Overlap[] {
  const holders = new Map<string, { at: number; count: number }[]>();
  draft.forEach(({ wording }, at) => {
    for (const [word, count] of wording.counts) {
      const list = holders.get(word);
      if (list) list.push({ at, count });
      else holders.set(word, [{ at, count }]);
    }
  });
  const masses = draft.map(({ wording }) => weights.weigh(wording.counts));
  return former.flatMap((one) => {
    const mass = weights.weigh(one.wording.counts);
    const shared = new Float64Array(draft.length);
    for (const [word, count] of one.wording.counts) {
      const weight = weights.weightOf(word);
      for (const holder of holders.get(word) ?? []) shared[holder.at] = (shared[holder.at] ?? 0) + weight * Math.min(count, holder.count);
    }
    return draft.flatMap((other, at): Overlap[] => {
      const [both = 0, otherMass = 0] = [shared[at], masses[at]];
      if (both === 0) return [];
      const likeness = one.wording.key === other.wording.key ? 1 : Math.min(0.99, (2 * both) / (mass + otherMass));
      return likeness >= FLOOR.likeness || both >= FLOOR.share * Math.min(mass, otherMass) ? [{ former: one, draft: other, likeness }] : [];
    });
  });
}
