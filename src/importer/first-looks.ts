import type { ImportResult } from './draft-framework.ts';
import { describePlace, type Place } from './place.ts';
import { shorten } from './shorten.ts';

/** Something that a person should look at before the rest. */
export interface FirstLook {
  place: Place;
  text: string;
  reason: string;
}

/** What to look at first: the importer's doubts, then the elements and statements it is unsure of, least sure first. */
export function listFirstLooks({ framework, doubts, review }: ImportResult): FirstLook[] {
  const keyOf = ({ place, text }: { place: Place; text: string }) => `${describePlace(place)} ${text}`;
  const told = new Set(doubts.map(keyOf));
  const unsure = framework.elements.flatMap(({ label, statements }, at) => [
    { ...review[at], text: shorten(label) },
    ...statements.map(({ text }, index) => ({ ...review[at]?.statements[index], text: shorten(text) })),
  ]);
  const looks = unsure
    .flatMap(({ place, confidence, text }) => (place && confidence?.level === 'unsure' ? [{ place, text, reason: confidence.reasons.at(-1) ?? '', score: confidence.score }] : []))
    .filter((look) => !told.has(keyOf(look)))
    .sort((a, b) => a.score - b.score);
  return [...doubts, ...looks].map(({ place, text, reason }) => ({ place, text, reason }));
}
