import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listStatements, type Framework } from '../../../../src/framework/framework.ts';
import { hasChanges } from '../../../../src/importer/editions/changes.ts';
import { matchEditions } from '../../../../src/importer/editions/match-editions.ts';
import { readWording } from '../../../../src/importer/editions/wording.ts';
import { draftOf, frameworkOf } from './framework-of.ts';

/** So few words that statements of two editions often share some, and sometimes say the same. */
const WORDS = ['children', 'families', 'listen', 'plan', 'review', 'visit', 'record', 'kin', 'time', 'we', 'and', 'the', 'will', 'safety', 'voice', 'school'];
const LABELS = ['Listening', 'On time', 'Kin', 'Safety first', 'Plans', 'Reviews'];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const elements = fc
  .tuple(fc.shuffledSubarray(LABELS, { minLength: 1 }), fc.uniqueArray(text, { minLength: 6, maxLength: 24 }))
  .map(([labels, texts]) => Object.fromEntries(labels.map((label, at) => [label, texts.filter((_, index) => index % labels.length === at)])));

/** A framework that has already seen an edition, so that some of it is withdrawn. */
const framework = fc.tuple(elements, elements).map(([first, second]) => matchEditions(frameworkOf(first), draftOf(second)).framework);

const idsIn = (of: Framework) => [...listStatements(of).map(({ statement }) => statement.id), ...(of.withdrawn ?? []).map(({ id }) => id)];
const elementIdsIn = (of: Framework) => [...of.elements, ...(of.withdrawnElements ?? [])].map(({ id }) => id);

describe('whatever the two editions are', () => {
  test('every id is there once, and none that ever was is lost', () => {
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        const revised = matchEditions(former, draftOf(next)).framework;
        for (const list of [idsIn, elementIdsIn]) {
          expect(new Set(list(revised)).size).toBe(list(revised).length);
          expect(list(revised)).toEqual(expect.arrayContaining(list(former)));
        }
      }),
    );
  });

  test('no id goes to a text that shares no word with the one that had it', () => {
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        const before = new Map([...listStatements(former).map(({ statement }) => statement), ...(former.withdrawn ?? [])].map(({ id, text: words }) => [id, words]));
        for (const { statement } of listStatements(matchEditions(former, draftOf(next)).framework)) {
          const was = before.get(statement.id);
          if (was === undefined) continue;
          const { counts } = readWording(was);
          expect([...readWording(statement.text).counts.keys()].some((word) => counts.has(word))).toBe(true);
        }
      }),
    );
  });

  test('every statement of the draft stands where the draft has it, in its own words', () => {
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        const revised = matchEditions(former, draftOf(next)).framework;
        expect(revised.elements.map(({ label, statements }) => [label, statements.map((statement) => statement.text)])).toEqual(Object.entries(next));
      }),
    );
  });

  test('every statement is told once as unchanged, reworded, moved, split, merged, added or back', () => {
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        const { framework: revised, changes } = matchEditions(former, draftOf(next));
        const told = new Set([...changes.reworded, ...changes.moved, ...changes.split.flatMap(({ parts }) => parts), ...changes.merged, ...changes.added, ...changes.restored].map(({ id }) => id));
        expect(told.size + changes.unchanged).toBe(listStatements(revised).length);
      }),
      { numRuns: 400 },
    );
  });

  test('the same two give the same result', () => {
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        expect(matchEditions(former, draftOf(next))).toEqual(matchEditions(former, draftOf(next)));
      }),
    );
  });

  test('the order of the new elements changes no id', () => {
    const idByWords = (of: Framework) => new Map(of.elements.flatMap(({ label, statements }) => statements.map((statement) => [`${label}: ${statement.text}`, statement.id])));
    fc.assert(
      fc.property(framework, elements, (former, next) => {
        const asGiven = matchEditions(former, draftOf(next)).framework;
        const reversed = matchEditions(former, draftOf(Object.fromEntries(Object.entries(next).toReversed()))).framework;
        expect(idByWords(reversed)).toEqual(idByWords(asGiven));
      }),
    );
  });

  test('an edition matched with itself changes nothing', () => {
    fc.assert(
      fc.property(framework, (former) => {
        const { framework: revised, changes } = matchEditions(former, former);
        expect(revised).toEqual(former);
        expect(hasChanges(changes)).toBe(false);
      }),
    );
  });
});
