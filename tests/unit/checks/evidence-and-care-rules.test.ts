import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { checkEdited, copyContent, type Edit, LISTEN_QUESTIONS, show, TODAY } from './edited-content.ts';

const LATE = 'scenarios/the-late-visit.yaml';
const QUIET = 'scenarios/the-quiet-boy.yaml';
const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';
const FRAMEWORK = 'frameworks/elm-practice/framework.yaml';

describe('statement-reworded', () => {
  const reword: Edit = [FRAMEWORK, '- id: elm-practice/we-listen/1\n', '- id: elm-practice/we-listen/1\n        reworded: 2030-02-01\n'];
  const readOn = (date: string): Edit => [QUIET, 'reviewBy:', `reviewed: ${date}\nreviewBy:`];

  test('names a scenario that was last read before the words changed, once for each statement, with the new words', async () => {
    expect(await checkEdited(reword, readOn('2030-01-31'))).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-quiet-boy.yaml:7:5 statement-reworded
        The words of "elm-practice/we-listen/1" changed on 2030-02-01; this scenario was last read on 2030-01-31. It now says: “We hear what the child says and what the child does not say.”
        What to do: Read the scenario beside the new words, mend what no longer rests on them, and set "reviewed" to the day you did.",
      ]
    `);
  });

  test('names a scenario of which nobody wrote down when it was read', async () => {
    expect(await checkEdited(reword)).toEqual([expect.stringContaining('The words of "elm-practice/we-listen/1" changed on 2030-02-01. It now says:')]);
  });

  test('says nothing once it was read, on the same day or later', async () => {
    expect(await checkEdited(reword, readOn('2030-02-01'))).toEqual([]);
    expect(await checkEdited(reword, readOn('2030-05-01'))).toEqual([]);
  });
});

describe('element-without-scenario', () => {
  const ownToOther: Edit = [QUIET, '  - elm-practice/we-listen/1\n', '  - elm-practice/we-come-on-time/1\n'];

  test('names an element that no scenario exercises', async () => {
    expect(await checkEdited(ownToOther)).toMatchInlineSnapshot(`
      [
        "warning content/frameworks/elm-practice/framework.yaml:5:5 element-without-scenario
        No scenario practises "We listen" yet.
        What to do: Write one: the page "Write a scenario" (/author/) has one to start from. "npm run coverage" lists every gap.",
      ]
    `);
  });

  test('a scenario from the shared library counts', async () => {
    expect(await checkEdited(ownToOther, [LISTEN, 'scenarios:\n  - the-quiet-boy\n', 'sharedScenarios:\n  - { scenario: the-quiet-boy, statement: elm-practice/we-listen/1 }\n'])).toEqual([]);
  });
});

describe('missing-source', () => {
  const debriefOf = (text: string): Edit => [LATE, 'Being late is no failure.', text];
  const reference: Edit = [LATE, 'supervision:', 'references:\n  - title: The Children Act 1989, section 17\n    publisher: legislation.gov.uk\nsupervision:'];

  test('names a law that the references do not', async () => {
    expect(await checkEdited(debriefOf('The Children Act 1989 asks us to hear Dylan.'))).toMatchInlineSnapshot(`
      [
        "warning content/scenarios/the-late-visit.yaml:62:14 missing-source
        "Children Act 1989" is stated, and the references do not name it.
        What to do: Add it under "references" with its title, publisher and date, so that a reader can check it; or say "follow your local procedure".",
      ]
    `);
  });

  test.each(['Under section 47 the council asks.', 'Two in five, or 41 per cent, were seen.', 'Some 12% of parents came late.', 'By law they must.', 'One in three children in care move.', 'Statistics show it.', 'Research shows that it helps.', 'Working Together asks for it.'])('asks for a source of %j', async (text) => {
    expect(await checkEdited(debriefOf(text))).toEqual([expect.stringContaining('missing-source')]);
  });

  test('says nothing where the source is named, and nothing of an act in the story', async () => {
    expect(await checkEdited(debriefOf('The Children Act 1989 asks us to hear Dylan. See section 17 (Children Act 1989).'), reference)).toEqual([]);
    expect(await checkEdited(debriefOf('It was an act of kindness. He asked for 2 more.'))).toEqual([]);
    expect(await checkEdited(debriefOf('He had 38% in history, and 4% on his phone.'))).toEqual([]);
  });

  test('a law among the references is no source for a figure', async () => {
    expect(await checkEdited(debriefOf('One in four children in care move each year.'), reference)).toEqual([expect.stringContaining('missing-source')]);
  });

  test('another law than the one that the references name is still missing', async () => {
    expect(await checkEdited(debriefOf('The Domestic Abuse Act 2021 names Dylan.'), reference)).toEqual([expect.stringContaining('"Domestic Abuse Act 2021" is stated, and the references do not name it.')]);
  });
});

describe('personal-data and full-name', () => {
  test('a number in a scenario, and a postcode in the prose of a module, are found where they stand', async () => {
    expect(await checkEdited([LATE, 'Being late is no failure.', 'His number is 999 000 0018.'], [LISTEN, '## In practice\n', '## In practice\n\nThey live in ZZ99 3WZ.\n'])).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:27:1 personal-data
        "ZZ99 3WZ" looks like a postcode.
        What to do: Take it out. If a real person could be meant, tell your manager and treat it as your local procedure asks: the file may have been shared already.",
        "error content/scenarios/the-late-visit.yaml:62:24 personal-data
        "999 000 0018" looks like an NHS number.
        What to do: Take it out. If a real person could be meant, tell your manager and treat it as your local procedure asks: the file may have been shared already.",
      ]
    `);
  });

  test('it is found in what learners read beside the story as well, and told once', async () => {
    const found = await checkEdited([LATE, 'setting: home visit', 'setting: ZZ99 3WZ, a home visit'], [LATE, 'supervision:', 'references:\n  - title: A letter from kim@example.org\nsupervision:'], [QUIET, 'reviewBy:', 'role: worker on 01632 960 983\nreviewBy:']);
    expect(found.map((each) => each.split('\n').slice(0, 2).join(''))).toEqual([
      expect.stringMatching(/the-late-visit.yaml:\d+:\d+ personal-data {2}"ZZ99 3WZ" looks like a postcode/),
      expect.stringMatching(/the-late-visit.yaml:\d+:\d+ personal-data {2}"kim@example.org" looks like an email address/),
      expect.stringMatching(/the-quiet-boy.yaml:\d+:\d+ personal-data {2}"01632 960 983" looks like a telephone number/),
    ]);
  });

  test('the fictional record of a knowledge check holds neither numbers nor surnames', async () => {
    const filler = Array.from({ length: 14 }, () => 'He said it again today.').join(' ');
    const question = (record: string) => `check:\n  - id: who-is-missing\n    kind: missing-voice\n    record:\n      title: "Home visit, a Tuesday"\n      text: "${record} ${filler}"\n    missing: { id: ivy, person: "Ivy, 7" }\n    heard:\n      - { id: mum, person: Mum }\n      - { id: gran, person: Gran }\n    explanation: "Nobody asked Ivy what she thinks of it."\n    restsOn: elm-practice/we-listen/1\n`;
    expect(await checkEdited([LISTEN, LISTEN_QUESTIONS, question('Ivy was born on 3 April 2016.')])).toEqual([expect.stringMatching(/we-listen.mdx:\d+:\d+ personal-data\n {2}"born on 3 April 2016" looks like a date of birth/)]);
    expect(await checkEdited([LISTEN, LISTEN_QUESTIONS, question('Mrs Elmtree came to the door.')])).toEqual([expect.stringContaining('"Mrs Elmtree" has a surname.')]);
  });

  test('a surname is found, and a first name is not', async () => {
    expect(await checkEdited([LATE, 'Hannah opens the door', 'Mrs Elmtree opens the door'])).toEqual([expect.stringContaining('"Mrs Elmtree" has a surname.')]);
    expect(await checkEdited([LATE, 'Hannah opens the door', 'Hannah O’Neill opens the door'])).toEqual([expect.stringContaining('"Hannah O’Neill" has a surname.')]);
    for (const text of ['His mother Hannah opens the door', 'Mrs Next Door opens the door', 'Tell Hannah Monday is fine, and she opens the door', 'Elm Juniors open the door']) expect(await checkEdited([LATE, 'Hannah opens the door', text])).toEqual([]);
  });
});

describe('missing-content-note', () => {
  test.each(['Craig had been violent.', 'They had groomed him for months.', 'It was a racist note.', 'He threatened to hurt her.', 'He hit her with a belt.', 'He has a mark on his arm.', 'She lost the baby in May.', 'She does not want to be here any more.'])('asks for a note where it says %j', async (text) => {
    expect(await checkEdited([LATE, 'Being late is no failure.', text])).toEqual([expect.stringContaining('missing-content-note')]);
  });

  test.each(['Her phone died.', 'He is dying for a wee.', 'Nobody dies of a late report.', 'The plant died.'])('asks for none where it says %j', async (text) => {
    expect(await checkEdited([LATE, 'Being late is no failure.', text])).toEqual([]);
  });

  test('the name of a law asks for none', async () => {
    expect(await checkEdited([LATE, 'Being late is no failure.', 'See the Domestic Abuse Act 2021.'], [LATE, 'supervision:', 'references:\n  - title: Domestic Abuse Act 2021\nsupervision:'])).toEqual([]);
  });
});

describe('draft-in-release', () => {
  const check = async (isRelease: boolean) => {
    const folder = await copyContent([LATE, 'status: checked', 'status: draft'], [LISTEN, 'status: checked', 'status: draft']);
    return show(checkContent(await readContent(folder), { today: TODAY, isRelease }), folder);
  };

  test('names every draft in a release', async () => {
    expect(await check(true)).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:24:1 draft-in-release
        This is still a draft, and learners would read it.
        What to do: Read it through, and set the status to "checked"; or build without --release while you work on it.",
        "error content/scenarios/the-late-visit.yaml:9:1 draft-in-release
        This is still a draft, and learners would read it.
        What to do: Read it through, and set the status to "checked"; or build without --release while you work on it.",
      ]
    `);
  });

  test('lets drafts be while people work on them', async () => {
    expect(await check(false)).toEqual([]);
  });
});

describe('unsafe-without-harm', () => {
  const quietEnding: Edit = [LATE, ' Had he been hurt, nobody would have known.', ''];

  test('names an unsafe choice after which nobody reads what harm could have come of it', async () => {
    expect(await checkEdited(quietEnding)).toEqual([expect.stringContaining('the-late-visit.yaml:32:9 unsafe-without-harm\n  The choice "leave-it" is unsafe')]);
  });

  test('the test that the law sets is not the harm that could have come', async () => {
    expect(await checkEdited(quietEnding, [LATE, 'Being late is no failure.', 'Look out for significant harm.'])).toEqual([expect.stringContaining('unsafe-without-harm')]);
  });

  test('the debrief may name it as well as the endings', async () => {
    expect(await checkEdited(quietEnding, [LATE, 'Being late is no failure.', 'Dylan could have been hurt in a week when nobody came.'])).toEqual([]);
  });
});

describe('part-not-shown', () => {
  test('names a required scenario, and questions, that the text of a module leaves out', async () => {
    expect(await checkEdited([LISTEN, '<Scenario id="the-quiet-boy" />\n', ''], [LISTEN, '<KnowledgeCheck />\n', ''])).toMatchInlineSnapshot(`
      [
        "error content/frameworks/elm-practice/modules/we-listen.mdx:9:5 part-not-shown
        The module requires the scenario "the-quiet-boy", and its text does not show it, so nobody can complete the module.
        What to do: Put <Scenario id="the-quiet-boy" /> on a line of its own in the text, or take it off the list.",
        "error content/frameworks/elm-practice/modules/we-listen.mdx:10:1 part-not-shown
        The module has questions, and its text does not show them, so nobody can complete the module.
        What to do: Put <KnowledgeCheck /> on a line of its own in the text, under a heading such as "## Check what you know".",
      ]
    `);
  });

  test('a module without questions needs no place for them', async () => {
    expect(await checkEdited([LISTEN, '<KnowledgeCheck />\n', ''], [LISTEN, LISTEN_QUESTIONS, ''])).toEqual([]);
  });
});
