import type { DraftEntry, Entry, FormerEntry } from './entry.ts';
import type { Overlap } from './overlaps.ts';
import type { Pairing } from './pairing.ts';
import { countSharedLetters, withoutWords, type Wording, type WordWeights } from './wording.ts';

/** How much of a part's words must come from what the whole lost, and how much of the loss the part must make good; there may be several. */
interface Floor {
  share: number;
  cover: number;
}
const BESIDE: Floor = { share: 0.5, cover: 0.25 };
/** For statements that did not stand beside each other. */
const APART: Floor = { share: 0.75, cover: 0.5 };

/**
 * Finds statements that were split, and such as were merged: what one lost stands in a neighbour that nothing else explains.
 * The id then goes to the part that has most of the former text; of equals, to the first.
 */
export function findParts(former: readonly FormerEntry[][], draft: readonly DraftEntry[][], pairing: Pairing, overlaps: readonly Overlap[], weights: WordWeights): void {
  const explain = (part: Entry, whole: Wording, found: readonly Entry[], { share, cover }: Floor): number => {
    const left = withoutWords(whole.counts, found.map(({ wording }) => wording));
    const shared = weights.weighShared(part.wording.counts, left);
    return shared >= share * weights.weigh(part.wording.counts) && shared >= cover * weights.weigh(left) ? shared : 0;
  };

  for (const entry of grow(draft, (candidate) => pairing.isFreeDraft(candidate))) {
    const owned = (others: readonly DraftEntry[]) => others.flatMap((other) => pairing.formerOf(other) ?? pairing.wholeOf(other) ?? []);
    const explainFor = (floor: Floor) => (whole: FormerEntry) => explain(entry, whole.wording, pairing.partsOf(whole), floor);
    const whole = firstLargest(owned(neighboursOf(draft, entry)), explainFor(BESIDE)) ?? firstLargest(owned(draft[entry.element] ?? []), explainFor(APART));
    if (whole) pairing.addPart(entry, whole);
  }
  const sharing = Map.groupBy(overlaps, (overlap) => overlap.former);
  for (const entry of grow(former, (candidate) => pairing.isFreeFormer(candidate))) {
    const beside = neighboursOf(former, entry).flatMap((other) => pairing.draftOf(other) ?? pairing.mergedInto(other) ?? []);
    const explainFor = (floor: Floor) => (whole: DraftEntry) => (pairing.formerOf(whole) ? explain(entry, whole.wording, pairing.originsOf(whole), floor) : 0);
    const whole = firstLargest(beside, explainFor(BESIDE)) ?? firstLargest(inOrderOfWords((sharing.get(entry) ?? []).map((overlap) => overlap.draft)), explainFor(APART));
    if (whole) pairing.merge(entry, whole);
  }
  giveIdsToLargest(former, draft, pairing);
}

/** Every entry that is free, again and again for as long as some are found: a third part stands beside the second. */
function* grow<Some extends Entry>(entries: readonly Some[][], isFree: (entry: Some) => boolean): Iterable<Some> {
  let free = inOrderOfWords(entries.flat().filter(isFree));
  let before = -1;
  while (free.length !== before) {
    before = free.length;
    yield* free;
    free = free.filter(isFree);
  }
}

/** An order that does not depend on the order of elements. */
function inOrderOfWords<Some extends Entry>(entries: readonly Some[]): Some[] {
  return [...entries].sort((a, b) => (a.wording.key < b.wording.key ? -1 : a.wording.key > b.wording.key ? 1 : a.position - b.position));
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

/** The first of the largest; nothing where none has any size. */
function firstLargest<Some>(list: readonly Some[], sizeOf: (one: Some) => number): Some | undefined {
  const sizes = list.map(sizeOf);
  const largest = Math.max(0, ...sizes);
  return largest > 0 ? list[sizes.indexOf(largest)] : undefined;
}
