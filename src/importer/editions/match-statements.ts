import type { DraftEntry, FormerEntry } from './entry.ts';
import { findParts } from './find-parts.ts';
import type { Overlap } from './overlaps.ts';
import { Pairing } from './pairing.ts';
import type { WordWeights } from './wording.ts';

/** From here on two texts are editions of each other, wherever they stand. */
const ALIKE = 0.4;
/** What is enough where more speaks for it: the same element, and a neighbour or both that are known to be the same. */
const ALIKE_IN_ELEMENT = 0.32;
const ALIKE_BESIDE_ONE = 0.26;
const ALIKE_IN_PLACE = 0.18;

/** What the place adds to the likeness where several could be meant. */
const BONUS = { element: 0.1, neighbour: 0.05, form: 0.02 };

/**
 * Finds which statement of the former edition each statement of the draft is. The likest pairs are settled first; then what was
 * split and merged; then what was reworded so much that only its place still tells. No id goes to a text that shares little with it.
 * @param elementOf places of elements in the former edition by their places in the draft.
 */
export function matchStatements(former: readonly FormerEntry[][], draft: readonly DraftEntry[][], elementOf: ReadonlyMap<number, number>, overlaps: readonly Overlap[], weights: WordWeights): Pairing {
  const pairing = new Pairing();
  const candidates = overlaps.filter(({ likeness }) => likeness >= ALIKE_IN_PLACE);
  const isHome = ({ former: { element }, draft: other }: Overlap) => elementOf.get(other.element) === element;

  const settle = (open: readonly Overlap[], isEnough: (candidate: Overlap) => boolean) => {
    const scored = open.filter(isEnough).map((candidate) => ({ ...candidate, score: candidate.likeness + scorePlace(candidate) }));
    for (const { former: one, draft: other } of scored.sort(byScore)) if (pairing.isFreeFormer(one) && pairing.isFreeDraft(other)) pairing.pair(one, other);
  };
  const countKnownNeighbours = ({ former: one, draft: other }: Overlap) =>
    [-1, 1].filter((step) => {
      const [before, after] = [former[one.element]?.[one.position + step], draft[other.element]?.[other.position + step]];
      return before && after ? pairing.draftOf(before) === after : !before && !after;
    }).length;
  const scorePlace = (candidate: Overlap) => {
    const { former: one, draft: other } = candidate;
    const hasSameForm = one.statement.stem === other.statement.stem && (one.statement.isToAvoid ?? false) === (other.statement.isToAvoid ?? false);
    return (isHome(candidate) ? BONUS.element + BONUS.neighbour * countKnownNeighbours(candidate) : 0) + (hasSameForm ? BONUS.form : 0);
  };
  const listOpen = () => candidates.filter(({ former: one, draft: other }) => pairing.isFreeFormer(one) && pairing.isFreeDraft(other));

  settle(candidates, ({ likeness }) => likeness === 1);
  settle(listOpen(), ({ likeness }) => likeness >= ALIKE);
  findParts(former, draft, pairing, overlaps, weights);
  const floors = [ALIKE_IN_ELEMENT, ALIKE_BESIDE_ONE, ALIKE_IN_PLACE];
  for (let open = listOpen(), before = -1; open.length !== before; before = open.length, open = listOpen()) settle(open, (candidate) => isHome(candidate) && candidate.likeness >= (floors[countKnownNeighbours(candidate)] ?? ALIKE));
  findParts(former, draft, pairing, overlaps, weights);
  return pairing;
}

/** The likest first; of equals, in an order that does not depend on the order of elements. */
function byScore(a: Overlap & { score: number }, b: Overlap & { score: number }): number {
  return b.score - a.score || compare(a.former.statement.id, b.former.statement.id) || compare(a.draft.wording.key, b.draft.wording.key) || a.draft.position - b.draft.position;
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
