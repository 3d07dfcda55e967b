import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PhraseFinder } from '../../../../src/checks/language/phrase-finder.ts';
import { readWithRetext } from '../../../../src/checks/language/read-with-retext.ts';
import { RETEXT_RULES, RETEXT_TRIGGERS } from '../../../../src/checks/word-lists/people-terms.ts';

/** The package keeps its list to itself; here it shows that ours has not drifted from it. */
const { patterns } = (await import(pathToFileURL('node_modules/retext-equality/lib/patterns-en.js').href)) as { patterns: readonly { id: string; inconsiderate: Record<string, string> }[] };
const fitting = patterns.filter(({ id }) => RETEXT_RULES.has(id));

test('every rule that is named is one of retext’s', () => {
  expect([...RETEXT_RULES.keys()].filter((id) => !patterns.some((pattern) => pattern.id === id))).toEqual([]);
});

describe('the pass before retext lets through all that its fitting rules stop at', () => {
  const triggers = new PhraseFinder(RETEXT_TRIGGERS);
  test.each(fitting.flatMap(({ inconsiderate }) => Object.keys(inconsiderate)))('%s', (phrase) => {
    for (const text of [`It is ${phrase} here.`, phrase.toUpperCase(), `“${phrase.replaceAll(' ', '-')}”`]) {
      if (readWithRetext(text, 'equality').some(({ id }) => RETEXT_RULES.has(id))) expect(triggers.find(text), text).not.toEqual([]);
    }
    expect(readWithRetext(`It is ${phrase} here.`, 'equality').length).toBeGreaterThan(0);
  });
});
