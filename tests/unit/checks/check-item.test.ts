import { describe, expect, test } from 'vitest';
import { checkEdited, type Edit } from './edited-content.ts';

const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';
const FRAMEWORK = 'frameworks/elm-practice/framework.yaml';

/** The module with one more question, written from line 12 on. */
const ask = (item: string): Edit => [LISTEN, 'check:\n', `check:\n${item}`];

/** A third element, so that there is something to choose from. */
const THIRD: Edit = [FRAMEWORK, 'elements:\n', 'elements:\n  - id: we-stay\n    kind: value\n    label: We stay\n    statements:\n      - id: elm-practice/we-stay/1\n        text: "We come back when it is hard."\n        source: { line: 11, start: 232, end: 261 }\n        themes: [timeliness]\n'];
/** What this rule, and the reading of the files, find in the whole content after `edits`. */
const findIn = async (...edits: Edit[]): Promise<string[]> => (await checkEdited(...edits)).filter((problem) => /^\w+ \S+ (?:check-item|schema)\n/.test(problem));

const RECORD = `Home visit. Anika opened the door and said the week had been long. Her brother Omar was cooking and told me that he now does the school run on three days. Their mum rang from work and said she is pleased with the plan. Zac, 4, was behind the sofa and came out once for a biscuit. We agreed to meet again next Tuesday at four.`;

const MATCH = `  - id: where-it-stands
    kind: match
    statements:
      - elm-practice/we-listen/1
      - elm-practice/we-listen/2
      - elm-practice/we-come-on-time/1
    alsoOffer:
      - we-stay
    explanation: Listening is about what we hear and write. Coming on time is about what we do next.
`;
const WORDING = `  - id: say-what-happened
    kind: wording
    context: You are writing up a visit at which nobody came to the door.
    right:
      id: what-happened
      text: We knocked twice and left a note with our number.
      why: It says what we did, and leaves open why nobody came.
    others:
      - id: label
        text: Mum is hard to reach and failed to engage again.
        why: It guesses at a motive and puts our lack of reach on her.
      - id: threat
        text: Mum was told that this was her last chance to be in.
        why: It uses a threat where an open question would do.
    restsOn: elm-practice/we-listen/2
`;
const ORDER = `  - id: when-you-run-late
    kind: order
    steps:
      - id: ring
        text: Ring and say that you will be late.
      - id: agree
        text: Agree a new time with the family.
      - id: come
        text: Come at the time that you agreed.
    explanation: Nobody can agree a new time before they know, and it has to be agreed before it can be kept.
    restsOn: elm-practice/we-come-on-time/1
`;
const VOICE = `  - id: who-is-not-heard
    kind: missing-voice
    record:
      title: Home visit, a Tuesday in March
      text: ${RECORD}
    missing: { id: zac, person: 'Zac, 4' }
    heard:
      - { id: omar, person: Omar }
      - { id: mum, person: Their mum }
    explanation: Zac is seen once and never asked. The record says nothing of what his week is like.
    restsOn: elm-practice/we-listen/1
`;

test.each([['match', MATCH], ['wording', WORDING], ['order', ORDER], ['missing-voice', VOICE]])('check-item: a %s question that is whole has nothing wrong with it', async (_, item) => {
  expect(await findIn(THIRD, ask(item))).toEqual([]);
});

describe('check-item: a statement that a question rests on', () => {
  test.each([['wording', WORDING], ['order', ORDER], ['missing-voice', VOICE]])('is in the framework: %s', async (_, item) => {
    const found = await findIn(ask(item.replace(/restsOn: .*/, 'restsOn: elm-practice/we-listen/7')));
    expect(found).toEqual([expect.stringMatching(/^error content\/frameworks\/elm-practice\/modules\/we-listen\.mdx:\d+:5 check-item\n {2}The question "[\w-]+" names the statement "elm-practice\/we-listen\/7", which is not in the framework\.\n {2}What to do: Did you mean "elm-practice\/we-listen\/1"\?$/)]);
  });

  test('is of the module’s own framework', async () => {
    expect(await findIn(ask(WORDING.replace(/restsOn: .*/, 'restsOn: oak-practice/we-listen/1')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:25:5 check-item
        The question "say-what-happened" names the statement "oak-practice/we-listen/1", which is of the framework "oak-practice" and not of "elm-practice".
        What to do: Name a statement of "elm-practice": learners see their own framework’s words.",
      ]
    `);
  });
});

describe('check-item: a match question', () => {
  test('names no statement twice, offers no element twice, and none that is nowhere', async () => {
    expect(await findIn(THIRD, ask(MATCH.replace('- elm-practice/we-listen/2', '- elm-practice/we-listen/1').replace('- we-stay', '- we-come-on-time\n      - we-sty')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:15:9 check-item
        The question "where-it-stands" names "elm-practice/we-listen/1" twice.
        What to do: Name another statement.",
        "error content/frameworks/elm-practice/modules/we-listen.mdx:18:9 check-item
        The question "where-it-stands" offers "we-come-on-time" already.
        What to do: Name another element, or take this out.",
        "error content/frameworks/elm-practice/modules/we-listen.mdx:19:9 check-item
        The question "where-it-stands" names the element "we-sty", which is not in the framework.
        What to do: Did you mean "we-stay"?",
      ]
    `);
  });

  test('names a statement of its own element', async () => {
    const others = MATCH.replace('we-listen/1', 'we-come-on-time/2').replace('we-listen/2', 'we-stay/1').replace(/ {4}alsoOffer:\n.*\n/, '');
    expect(await findIn(THIRD, [FRAMEWORK, '"We come back when it is hard."', '"We stay."'], ask(others))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:13:5 check-item
        The question "where-it-stands" names no statement of "we-listen", the element of this module.
        What to do: Name at least one statement of "we-listen".",
      ]
    `);
  });

  test('has something to choose from', async () => {
    expect(await findIn(ask(MATCH.replace(/ {4}alsoOffer:\n.*\n/, '')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:13:5 check-item
        The question "where-it-stands" offers 2 elements to choose from: we-listen, we-come-on-time.
        What to do: Name statements of three or four elements, or add elements to "alsoOffer".",
      ]
    `);
  });

  test('has no more to choose from than can be held in mind', async () => {
    const more: Edit = [FRAMEWORK, 'elements:\n', `elements:\n${[1, 2, 3].map((number) => `  - id: more-${number}\n    kind: value\n    label: More ${number}\n    statements:\n      - id: elm-practice/more-${number}/1\n        text: We come back when it is hard.\n        source: { start: 232, end: 261 }\n`).join('')}`];
    const item = MATCH.replace('we-listen/2', 'more-1/1').replace('- we-stay', '- more-2\n      - more-3');
    expect(await findIn(more, [FRAMEWORK, 'text: We come back when it is hard.', 'text: We stay.'], ask(item))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:13:5 check-item
        The question "where-it-stands" offers 5 elements to choose from: we-listen, more-1, we-come-on-time, more-2, more-3.
        What to do: Take out a statement or an element, so that there are three or four.",
      ]
    `);
  });

  test('has no statement whose words stand under another of its elements as well', async () => {
    expect(await findIn(THIRD, ask(MATCH.replace('we-come-on-time/1', 'we-come-on-time/2')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:16:9 check-item
        The words of "elm-practice/we-come-on-time/2" stand under "we-stay" as well, so the question "where-it-stands" has two right answers.
        What to do: Name a statement with other words.",
      ]
    `);
  });

  test('says first what is unknown, and counts the elements when all of them are there', async () => {
    expect(await findIn(ask(MATCH.replace('we-come-on-time/1', 'we-stay/1').replace(/ {4}alsoOffer:\n.*\n/, '')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:16:9 check-item
        The question "where-it-stands" names the statement "elm-practice/we-stay/1", which is not in the framework.
        What to do: Did you mean "elm-practice/we-listen/1"?",
      ]
    `);
  });
});

describe('check-item: what is chosen from differs', () => {
  test('wordings', async () => {
    expect(await findIn(ask(WORDING.replace('Mum was told that this was her last chance to be in.', 'we knocked twice and left a note – with our number!')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:23:9 check-item
        Two wordings of the question "say-what-happened" have the same words: "what-happened" and "threat".
        What to do: Write what sets this one apart, or take it out.",
      ]
    `);
  });

  test('steps', async () => {
    expect(await findIn(ask(ORDER.replace('id: come', 'id: ring')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:18:9 check-item
        Two steps of the question "when-you-run-late" are named "ring".
        What to do: Give one of them another id.",
      ]
    `);
  });

  test('people', async () => {
    expect(await findIn(ask(VOICE.replace('person: Omar', "person: 'Zac (4)'")))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:18:21 check-item
        Two people of the question "who-is-not-heard" have the same words: "zac" and "omar".
        What to do: Write what sets this one apart, or take it out.",
      ]
    `);
  });
});

describe('a question that is not whole is refused at its line, in plain words', () => {
  test('too few wordings, and one without a reason', async () => {
    expect(await findIn(ask(WORDING.replace(/ {6}- id: threat\n.*\n.*\n/, '').replace(/ {8}why: It guesses.*\n/, '')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:18:5 schema
        "others" of the question "say-what-happened" can't be this list of 1.
        What to do: Write two or three other wordings.",
        "error content/frameworks/elm-practice/modules/we-listen.mdx:19:9 schema
        "why" of the other "label" of the question "say-what-happened" is missing.
        What to do: Add "why" of the other "label" of the question "say-what-happened". Write why this wording is right or not.",
      ]
    `);
  });

  test('a step whose id is too long for a record', async () => {
    expect(await findIn(ask(ORDER.replace('id: ring', 'id: ring-the-family-and-say-that-you-are-late')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:14:9 schema
        "id" of step 1 of the question "when-you-run-late" can't be "ring-the-family-and-say-that-you-are-late".
        What to do: Shorten the id to 30 characters or fewer.",
      ]
    `);
  });

  test('a record that is too short, and one that is too long', async () => {
    expect(await findIn(ask(VOICE.replace(RECORD, 'Zac was behind the sofa.')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:15:7 schema
        "text" of "record" of the question "who-is-not-heard" can't be "Zac was behind the sofa.".
        What to do: The record has 5 words. Write 60 to 120.",
      ]
    `);
    expect(await findIn(ask(VOICE.replace(RECORD, `${RECORD} ${RECORD}`)))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:15:7 schema
        "text" of "record" of the question "who-is-not-heard" can't be "Home visit. Anika opened the door and said the week had been…".
        What to do: The record has 132 words. Write 60 to 120.",
      ]
    `);
  });

  test('a kind that nobody knows', async () => {
    expect(await findIn(ask(ORDER.replace('kind: order', 'kind: sort')))).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:12:5 schema
        "kind" of the question "when-you-run-late" can't be "sort".
        What to do: Use one of: which-statement, which-element, match, wording, order, missing-voice.",
      ]
    `);
  });
});
