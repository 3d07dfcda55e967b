import type { DraftEntry, Entry, FormerEntry } from './entry.ts';
import type { Pairing } from './pairing.ts';
import { countSharedLetters, withoutWords, type Wording, type WordWeights } from './wording.ts';

/** How much of a part's words must come from what the whole lost, and how much of the loss the part must make good. */
const FLOOR = 0.5;
/** The same for statements that did not stand beside each other. */
const FLOOR_APART = 0.75;

/**
 * Finds statements that were split, and such as were merged: what one lost stands in a neighbour that nothing else explains.
 * The id then goes to the part that has most of the former text; of equals, to the first.
 */
export function findParts(former: readonly FormerEntry[][], draft: readonly DraftEntry[][], pairing: Pairing, weights: WordWeights): void {
  const explains = (part: Wording, whole: Wording, found: readonly Entry[], floor: number) => {
    const left = withoutWords(whole.counts, found.map(({ wording }) => wording));
    const shared = weights.weighShared(part.counts, left);
    return shared > 0 && shared >= floor * weights.weigh(part.counts) && shared >= floor * weights.weigh(left);
  };

  for (const entry of grow(draft, (candidate) => pairing.isFreeDraft(candidate))) {
    const others = [...neighboursOf(draft, entry).map((other) => [other, FLOOR] as const), ...(draft[entry.element] ?? []).map((other) => [other, FLOOR_APART] as const)];
    const whole = firstDefined(others, ([other, floor]) => {
      const found = pairing.formerOf(other) ?? pairing.wholeOf(other);
      return found && explains(entry.wording, found.wording, pairing.partsOf(found), floor) ? found : undefined;
    });
    if (whole) pairing.addPart(entry, whole);
  }
  for (const entry of grow(former, (candidate) => pairing.isFreeFormer(candidate))) {
    const beside = neighboursOf(former, entry).flatMap((other) => pairing.draftOf(other) ?? pairing.mergedInto(other) ?? []);
    const others = [...beside.map((other) => [other, FLOOR] as const), ...draft.flat().map((other) => [other, FLOOR_APART] as const)];
    const whole = firstDefined(others, ([other, floor]) => (pairing.formerOf(other) && explains(entry.wording, other.wording, pairing.originsOf(other), floor) ? other : undefined));
    if (whole) pairing.merge(entry, whole);
  }
  giveIdsToLargest(former, draft, pairing);
}

/** Every entry that is free, again and again for as long as some are found: a third part stands beside the second. */
function* grow<Some extends Entry>(entries: readonly Some[][], isFree: (entry: Some) => boolean): Iterable<Some> {
  let free = entries.flat().filter(isFree);
  let before = -1;
  while (free.length !== before) {
    before = free.length;
    yield* free;
    free = free.filter(isFree);
  }
}

function neighboursOf<Some extends Entry>(entries: readonly Some[][], { element, position }: Some): Some[] {
  return [position - 1, position + 1].flatMap((at) => entries[element]?.[at] ?? []);
}

function giveIdsToLargest(former: readonly FormerEntry[][], draft: readonly DraftEntry[][], pairing: Pairing): void {
  for (const whole of former.flat()) {
    const parts = pairing.partsOf(whole);
    const largest = firstLargest(parts, ({ wording }) => countSharedLetters(wording, whole.wording));
    if (parts.length > 1 && largest) pairing.giveTo(whole, largest);
  }
  for (const whole of draft.flat()) {
    const origins = pairing.originsOf(whole);
    const largest = firstLargest(origins, ({ wording }) => countSharedLetters(wording, whole.wording));
    if (origins.length > 1 && largest) pairing.takeFrom(largest, whole);
  }
}

function firstLargest<Some>(list: readonly Some[], sizeOf: (one: Some) => number): Some | undefined {
  const sizes = list.map(sizeOf);
  return list[sizes.indexOf(Math.max(...sizes))];
}

function firstDefined<Some, Found>(list: readonly Some[], find: (one: Some) => Found | undefined): Found | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
