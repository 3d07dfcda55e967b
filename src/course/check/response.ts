/**
 * How an answer is written into `check-submitted` (at most 200 characters). What is written is also the response of the xAPI and
 * SCORM 2004 interaction of that kind, so that no adapter has to take it apart:
 *
 * | form | interaction | response |
 * | --- | --- | --- |
 * | choice | choice | `a` |
 * | match | matching | `row[.]choice[,]row[.]choice` |
 * | order | sequencing | `first[,]second[,]third` |
 *
 * SCORM 1.2 has `row.choice,row.choice` in its place. Ids hold no space, dot, comma or bracket.
 */
const BETWEEN_PARTS = '[,]';
const BETWEEN_PAIR = '[.]';

/** @param pairs in the order in which the rows are shown. */
export const encodePairs = (pairs: readonly (readonly [row: string, choice: string])[]): string => pairs.map((pair) => pair.join(BETWEEN_PAIR)).join(BETWEEN_PARTS);

/** @param ids in the learner's order. */
export const encodeSequence = (ids: readonly string[]): string => ids.join(BETWEEN_PARTS);
