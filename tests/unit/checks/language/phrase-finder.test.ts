import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLAMING_TERMS } from '../../../../src/checks/word-lists/blaming-terms.ts';
import { JARGON_TERMS } from '../../../../src/checks/word-lists/jargon-terms.ts';
import { PhraseFinder, requiredRuns, splitAlternatives, wholeWords } from '../../../../src/checks/language/phrase-finder.ts';
import { SYSTEM_TERMS } from '../../../../src/checks/word-lists/system-terms.ts';

const LISTS = { BLAMING_TERMS, JARGON_TERMS, SYSTEM_TERMS };

describe.each(Object.entries(LISTS))('the pass over letters before %s are tried', (_name, terms: readonly { words: string }[]) => {
  const finder = new PhraseFinder(terms);

  test.each(terms.flatMap(({ words }, at) => splitAlternatives(words).map((alternative) => [alternative, at] as const)))('lets all through that %s matches', (alternative, at) => {
    const samples = fc.stringMatching(new RegExp(`^(?:${withoutLookingAround(alternative)})$`), { maxLength: 60 });
    const inText = fc.tuple(fc.constantFrom('', '"', 'Then — ', 'é', '7 '), samples, fc.boolean(), fc.constantFrom('', '.', '’s', ' é', ', and so on'));
    fc.assert(
      fc.property(inText, ([before, words, isUpper, after]) => {
        const text = before + (isUpper ? words.toUpperCase() : words) + after;
        if (wholeWords(alternative).test(text)) expect(finder.listCandidates(text)).toContain(at);
      }),
      { numRuns: 30 },
    );
  });

  test('lets nothing through of an ordinary text', () => {
    expect(finder.listCandidates('Hannah opens the door. Dylan is six, and he shows you a drawing of a car.')).toEqual([]);
  });
});

test('a phrase is found where it stands, in any case, as whole words, each once', () => {
  const finder = new PhraseFinder([{ words: 'hard[- ]to[- ]reach' }, { words: 'lifestyle choices?' }]);
  expect(finder.find('Lifestyle choice? No. HARD TO REACH, hard-to-reach.').map(({ from, to, found }) => [from, to, found])).toEqual([[22, 35, 'HARD TO REACH'], [0, 16, 'Lifestyle choice']]);
  expect(finder.find('The unhard to reachable')).toEqual([]);
});

test.each([
  ['avoidant', ['avoidant']],
  ['fail(?:s|ed)? to engage', ['engage']],
  ['non-?engag\\w*', ['non']],
  ['prov(?:e|ed) (?:her|his) commitment', ['commitment']],
  ['(?<!disguised )complian\\w*', ['complian']],
  ['(?:get|gets) (?:her|him) to', ['get', 'gets']],
  ['incidents? of dv', ['incident']],
])('%s can’t do without %j', (alternative, runs) => expect(requiredRuns(alternative)).toEqual(runs));

test('a phrase without such a run is refused when the list is made', () => {
  expect(() => new PhraseFinder([{ words: 'x-?ray' }])).toThrow('no word that starts with three plain letters');
});

/** Samples are made without what looks around; those that it would refuse are dropped. */
function withoutLookingAround(pattern: string): string {
  let kept = '';
  for (let at = 0; at < pattern.length; at += 1) {
    if (!/^\(\?<?[!=]/.test(pattern.slice(at))) {
      kept += pattern.charAt(at);
      continue;
    }
    let depth = 0;
    do {
      if (pattern[at] === '(') depth += 1;
      if (pattern[at] === ')') depth -= 1;
      at += 1;
    } while (depth > 0);
    at -= 1;
  }
  return kept;
}
