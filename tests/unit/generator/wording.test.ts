import { expect, test } from 'vitest';
import { BLAMING_TERMS } from '../../../src/checks/word-lists/blaming-terms.ts';
import * as wording from '../../../src/generator/wording.ts';

const all = [wording.FIRST_OBJECTIVES, wording.UNNAMED_OBJECTIVES, wording.OBJECTIVES, wording.AVOIDING_OBJECTIVES, wording.OPENINGS, wording.PRACTICE, wording.CLOSINGS, wording.REFLECTIONS, wording.SUPERVISION]
  .flatMap((bank): readonly string[] => (Array.isArray(bank) ? bank : Object.values(bank).flat()));

test('no sentence is longer than 25 words', () => {
  for (const text of all) for (const sentence of text.split(/(?<=[.?!])\s/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
});

test('no wording stands twice', () => {
  expect(new Set(all.filter((text) => !text.includes('{label}'))).size).toBe(all.filter((text) => !text.includes('{label}')).length);
});

test('reflections and supervision questions are open questions', () => {
  for (const text of [...Object.values(wording.REFLECTIONS).flat(), ...Object.values(wording.SUPERVISION).flat()]) expect(text).toMatch(/\?/);
});

test('nothing blames anybody', () => {
  expect(BLAMING_TERMS.length).toBeGreaterThan(5);
  for (const text of all) for (const { pattern } of BLAMING_TERMS) expect(text).not.toMatch(pattern);
});
