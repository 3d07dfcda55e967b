import type { Framework } from '../../framework/framework.ts';
import { listEntries, type DraftElementInput, type DraftEntry, type FormerEntry } from './entry.ts';
import { matchElements } from './match-elements.ts';
import { matchStatements } from './match-statements.ts';
import { findOverlaps } from './overlaps.ts';
import type { Pairing } from './pairing.ts';
import { WordWeights } from './wording.ts';

/** Two editions, entry by entry, and what is which. */
export interface PairedEditions {
  formerEntries: readonly FormerEntry[][];
  draftEntries: readonly DraftEntry[][];
  /** Places of elements in the former edition by their places in the draft. */
  elementOf: ReadonlyMap<number, number>;
  pairing: Pairing;
}

/** Finds which element and which statement of a draft is which of a framework. */
export function pairEditions(former: Pick<Framework, 'elements'>, draft: { elements: readonly DraftElementInput[] }): PairedEditions {
  const formerEntries = listEntries(former.elements);
  const draftEntries: DraftEntry[][] = listEntries(draft.elements);
  const weights = new WordWeights([...formerEntries, ...draftEntries].flat().map(({ wording }) => wording));
  const overlaps = findOverlaps(formerEntries.flat(), draftEntries.flat(), weights);
  const elementOf = matchElements({ elements: former.elements, entries: formerEntries }, { elements: draft.elements, entries: draftEntries }, overlaps, weights);
  return { formerEntries, draftEntries, elementOf, pairing: matchStatements(formerEntries, draftEntries, elementOf, overlaps, weights) };
}
