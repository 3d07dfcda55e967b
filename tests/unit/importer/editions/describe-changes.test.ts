import { describe, expect, test } from 'vitest';
import { describeChanges, writeChanges } from '../../../../src/importer/editions/describe-changes.ts';
import { findCitations, type Citing } from '../../../../src/importer/editions/find-citations.ts';
import { matchEditions } from '../../../../src/importer/editions/match-editions.ts';
import { draftOf, frameworkOf } from './framework-of.ts';

const former = frameworkOf({
  'We listen': ['We hear what the child says and what the child does not say.', 'We write so that the child can read it one day.', 'Minutes go to parents in plain words.'],
  'We come on time': ['We ring before we visit and tell the family how long we will stay at their home.', 'We come back when it is hard.'],
});
const { changes } = matchEditions(
  former,
  draftOf({
    'We listen': ['We notice what the child says and what the child does not say.', 'We come back when it is hard.', '*Never* [promise](x) <b>secrecy</b>.'],
    'We are punctual': ['We ring before we visit.', 'We tell the family how long we will stay at their home.', 'We write so that the child can read it one day.'],
  }),
  { label: 'May 2027' },
);
const citing: Citing[] = [
  { what: 'Scenario', title: 'The late visit', file: 'content/scenarios/the-late-visit.yaml', statements: ['elm/we-come-on-time/1', 'elm/we-come-on-time/1', 'elm/we-listen/3'] },
  { what: 'Scenario', title: 'The open door', file: 'content/scenarios/the-open-door.yaml', statements: ['elm/we-walk/1'] },
  { what: 'Module', title: 'We listen', file: 'content/frameworks/elm/modules/we-listen.mdx', statements: [], element: 'we-listen' },
];

describe('who cites what changed', () => {
  test('is named with each statement once and all that happened to it, and with what happened in its element', () => {
    expect(findCitations(changes, citing)).toEqual([
      { what: 'Scenario', title: 'The late visit', file: 'content/scenarios/the-late-visit.yaml', statements: [{ id: 'elm/we-come-on-time/1', changes: ['split'] }, { id: 'elm/we-listen/3', changes: ['withdrawn'] }], element: [] },
      { what: 'Module', title: 'We listen', file: 'content/frameworks/elm/modules/we-listen.mdx', statements: [], element: ['1 reworded', '1 moved here', '1 moved away', '1 withdrawn', '1 added'] },
    ]);
  });

  test('is nobody where nothing changed', () => {
    expect(findCitations(matchEditions(former, former).changes, citing)).toEqual([]);
  });

  test('is a module whose element was renamed or withdrawn', () => {
    const gone = matchEditions(former, draftOf({ 'We listen': former.elements.flatMap(({ statements }) => statements.map(({ text }) => text)) })).changes;
    const module = { what: 'Module', title: 'We come on time', file: 'm.mdx', statements: [], element: 'we-come-on-time' };
    expect(findCitations(changes, [module])).toMatchObject([{ element: ['name changed', '1 split', '1 moved away', '1 moved here'] }]);
    expect(findCitations(gone, [module])).toMatchObject([{ element: ['the element was withdrawn', '2 moved away'] }]);
  });
});

test('in the terminal every change is told, words that went and came marked', () => {
  expect(describeChanges(changes, findCitations(changes, citing))).toMatchInlineSnapshot(`
    "What changed since the former edition:
      Statements: 1 reworded, 2 moved, 1 split, 1 added, 1 withdrawn.

    About the framework (1):
      Edition: [-as received-] {+May 2027+}

    Elements changed (1):
      We are punctual (we-come-on-time)
        Name: We [-come on time-] {+are punctual+}

    Reworded (1):
      elm/we-listen/1
        We [-hear-] {+notice+} what the child says and what the child does not say.

    Moved (2):
      elm/we-come-on-time/2, from We come on time (we-come-on-time) to We listen (we-listen)
        We come back when it is hard.
      elm/we-listen/2, from We listen (we-listen) to We are punctual (we-come-on-time)
        We write so that the child can read it one day.

    Split (1):
      elm/we-come-on-time/1
        Before: We ring before we visit and tell the family how long we will stay at their home.
        Now elm/we-come-on-time/3: We ring before we visit.
        Now elm/we-come-on-time/1: We tell the family how long we will stay at their home.

    Added (1):
      elm/we-listen/4 in We listen (we-listen)
        *Never* [promise](x) <b>secrecy</b>.

    Withdrawn (1):
      elm/we-listen/3
        Minutes go to parents in plain words.

    What cites something that changed (2):
      Scenario “The late visit”, content/scenarios/the-late-visit.yaml
        Names elm/we-come-on-time/1: split
        Names elm/we-listen/3: withdrawn
      Module “We listen”, content/frameworks/elm/modules/we-listen.mdx
        Quotes its element: 1 reworded, 1 moved here, 1 moved away, 1 withdrawn, 1 added"
  `);
});

test('in the report the same is Markdown, and nothing in the document’s words is', () => {
  expect(writeChanges(changes, findCitations(changes, citing))).toMatchInlineSnapshot(`
    "## What changed since the former edition

    Statements: 1 reworded, 2 moved, 1 split, 1 added, 1 withdrawn.

    ### About the framework

    - Edition: ~~as received~~ **May 2027**

    ### Elements changed

    - We are punctual (\`we-come-on-time\`)
      - Name: We ~~come on time~~ **are punctual**

    ### Reworded

    - \`elm/we-listen/1\`
      - We ~~hear~~ **notice** what the child says and what the child does not say.

    ### Moved

    - \`elm/we-come-on-time/2\`, from We come on time (\`we-come-on-time\`) to We listen (\`we-listen\`)
      - We come back when it is hard.
    - \`elm/we-listen/2\`, from We listen (\`we-listen\`) to We are punctual (\`we-come-on-time\`)
      - We write so that the child can read it one day.

    ### Split

    - \`elm/we-come-on-time/1\`
      - Before: We ring before we visit and tell the family how long we will stay at their home.
      - Now \`elm/we-come-on-time/3\`: We ring before we visit.
      - Now \`elm/we-come-on-time/1\`: We tell the family how long we will stay at their home.

    ### Added

    - \`elm/we-listen/4\` in We listen (\`we-listen\`)
      - \\*Never\\* \\[promise\\](x) \\<b\\>secrecy\\</b\\>.

    ### Withdrawn

    - \`elm/we-listen/3\`
      - Minutes go to parents in plain words.

    ### What cites something that changed

    - Scenario “The late visit”, \`content/scenarios/the-late-visit.yaml\`
      - Names \`elm/we-come-on-time/1\`: split
      - Names \`elm/we-listen/3\`: withdrawn
    - Module “We listen”, \`content/frameworks/elm/modules/we-listen.mdx\`
      - Quotes its element: 1 reworded, 1 moved here, 1 moved away, 1 withdrawn, 1 added
    "
  `);
});
