import type { Element } from '../../framework/framework.ts';
import type { DraftElementInput, DraftEntry, Entry, FormerEntry } from './entry.ts';
import type { Overlap } from './overlaps.ts';
import { readWording, WordWeights } from './wording.ts';

/** Weights of what speaks for two elements being the same. What they say counts most; a number says little, since lists are reordered. */
const WEIGHTS = { statements: 0.55, label: 0.35, number: 0.05, kind: 0.05 };
/** More than a number and a kind can reach: the label or the statements must speak for it. */
const FLOOR = 0.25;
/** From here on a statement is taken as another edition of the other. */
const SAME_STATEMENT = 0.5;

/**
 * Finds which element of the former edition each element of the draft is, best pairs first.
 * @returns places in the former edition by places in the draft.
 */
export function matchElements(
  former: { elements: readonly Element[]; entries: readonly FormerEntry[][] },
  draft: { elements: readonly DraftElementInput[]; entries: readonly DraftEntry[][] },
  overlaps: readonly Overlap[],
  weights: WordWeights,
): Map<number, number> {
  const shareStatements = createShareFinder(former.entries, draft.entries, overlaps, weights);
  const formerLabels = former.elements.map(({ label }) => readWording(label));
  const draftLabels = draft.elements.map(({ label }) => readWording(label));
  const labelWeights = new WordWeights([...formerLabels, ...draftLabels]);
  const candidates = former.elements.flatMap((element, formerAt) =>
    draft.elements.map((other, draftAt) => {
      const ofStatements = shareStatements(formerAt, draftAt);
      const ofLabel = labelWeights.likenessOf(formerLabels[formerAt] ?? readWording(''), draftLabels[draftAt] ?? readWording(''));
      const isSameNumber = element.number !== undefined && element.number === other.number;
      const score = WEIGHTS.statements * ofStatements + WEIGHTS.label * ofLabel + (isSameNumber ? WEIGHTS.number : 0) + (element.kind === other.kind ? WEIGHTS.kind : 0);
      return { formerAt, draftAt, score, id: element.id, draftId: other.id };
    }),
  );
  candidates.sort((a, b) => b.score - a.score || compare(a.id, b.id) || compare(a.draftId, b.draftId));
  const formerOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { formerAt, draftAt, score } of candidates) {
    if (score < FLOOR) break;
    if (taken.has(formerAt) || formerOf.has(draftAt)) continue;
    formerOf.set(draftAt, formerAt);
    taken.add(formerAt);
  }
  return formerOf;
}

/** Tells how much of what two elements say is the same: 1 where each statement of either has its like in the other. */
function createShareFinder(former: readonly FormerEntry[][], draft: readonly DraftEntry[][], overlaps: readonly Overlap[], weights: WordWeights): (formerAt: number, draftAt: number) => number {
  const best = new Map<string, Map<Entry, number>>();
  for (const { former: one, draft: other, likeness } of overlaps) {
    if (likeness < SAME_STATEMENT) continue;
    const key = `${one.element} ${other.element}`;
    const found = best.get(key) ?? new Map<Entry, number>();
    for (const entry of [one, other]) found.set(entry, Math.max(likeness, found.get(entry) ?? 0));
    best.set(key, found);
  }
  const weigh = ({ wording }: Entry) => weights.weigh(wording.counts);
  const weighAll = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + weigh(entry), 0);
  const [formerWeights, draftWeights] = [former.map(weighAll), draft.map(weighAll)];
  return (formerAt, draftAt) => {
    const all = (formerWeights[formerAt] ?? 0) + (draftWeights[draftAt] ?? 0);
    const shared = [...(best.get(`${formerAt} ${draftAt}`) ?? [])].reduce((sum, [entry, likeness]) => sum + weigh(entry) * likeness, 0);
    return all === 0 ? 0 : shared / all;
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
