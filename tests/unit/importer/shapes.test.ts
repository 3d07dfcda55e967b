import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';
import { isExplainer } from '../../../src/importer/vocabulary.ts';

/** What an import finds, as a person would note it down: names with their statements, and "not:" before what is to be avoided. */
function read(text: string): Record<string, string[]> {
  const { framework } = importText({ bytes: new TextEncoder().encode(text), fileName: 'document.md', themes: [] });
  return Object.fromEntries(framework.elements.map(({ label, statements }) => [label, statements.map(({ text: words, isToAvoid }) => (isToAvoid ? `not: ${words}` : words))]));
}

describe('numbers written on in one line', () => {
  test('are parted where each follows the one before', () => {
    expect(read('# Standards\n\n### Standard 3\n\n3.1 We read first. 3.2 We go out. 3.3 We ask.')).toEqual({ 'Standard 3': ['We read first.', 'We go out.', 'We ask.'] });
  });
  test('are parted in prose without a list mark of its own', () => {
    expect(read('# Standards\n\n### Visits\n\nIn this part: 2.1 We ring first. 2.2 We knock. 2.3 We wait.')).toEqual({ Visits: ['We ring first.', 'We knock.', 'We wait.'] });
  });
  test('stay text where they don’t count on', () => {
    expect(read('# Standards\n\n### Visits\n\n- 1.1 We follow paragraph 4.2 of the guide. 1.5 Days are enough.\n- 1.2 We wait.')).toEqual({ Visits: ['We follow paragraph 4.2 of the guide. 1.5 Days are enough.', 'We wait.'] });
  });
});

describe('tables', () => {
  test('of figures and job titles hold no statements', () => {
    expect(read('# Front door\n\n## Calls\n\n- We pick up.\n- We ring back.\n\n## Times\n\n| | Red | Amber |\n|---|---|---|\n| **Within** | 1 hour | 4 hours |\n| **Who** | Service manager | Team manager |')).toEqual({ Calls: ['We pick up.', 'We ring back.'] });
  });
  test('a row with one name across the width heads the rows that follow', () => {
    expect(read('# Our work\n\n## Expectations\n\n| Ref | Expectation | Measure |\n|---|---|---|\n| **See children** | | |\n| 1.1 | We ask about school and sleep. | Audit |\n| **Work together** | | |\n| 2.1 | Parents choose the time of the review. | Log |')).toEqual({
      'See children': ['We ask about school and sleep.'], 'Work together': ['Parents choose the time of the review.'],
    });
  });
  test('a cell that reaches down over rows names all of them', () => {
    expect(read('# Our schools\n\n<table><tr><th>Strand</th><th>We will</th></tr><tr><td rowspan="2">Belonging</td><td>greet every pupil by name</td></tr><tr><td>keep a place for a pupil who is away</td></tr><tr><td>Repair</td><td>let pupils say what happened first</td></tr></table>')).toEqual({
      Belonging: ['greet every pupil by name', 'keep a place for a pupil who is away'], Repair: ['let pupils say what happened first'],
    });
  });
});

describe('names', () => {
  test('the letter of an acronym is no part of its word', () => {
    expect(Object.keys(read('# We CARE\n\n## C – Curious\n\n- We look.\n- We wait.\n\n## A: Attuned\n\n- We see.\n- We ask.'))).toEqual(['Curious', 'Attuned']);
    expect(Object.keys(read('# BRIDGE\n\n| | |\n|---|---|\n| **B** – Brave | We name what others leave out. |\n| **R** – Reliable | We do what we said on the day. |'))).toEqual(['Brave', 'Reliable']);
  });
  test('"Principle one:" gives its number and not its words', () => {
    const { framework } = importText({ bytes: new TextEncoder().encode('# Safe\n\n## Our principles\n\n**Principle one: Stay with the parent who is not abusive.** We plan with her. We write it down.\n\n**Principle two: See the child.** We ask about sleep. We offer work.'), fileName: 'a.md', themes: [] });
    expect(framework.elements.map(({ number, label }) => [number, label])).toEqual([['one', 'Stay with the parent who is not abusive'], ['two', 'See the child']]);
  });
  test('"Pledge 3 (cont.)" goes on with pledge 3', () => {
    expect(read('# Pledges\n\n# Pledge 2\n\nWe listen\n\n- We ring.\n- We wait.\n\n# Pledge 2 (cont.)\n\n- We ask.\n- We write.')).toEqual({ 'We listen': ['We ring.', 'We wait.', 'We ask.', 'We write.'] });
  });
  test('a numbered name over a lead-in is a heading, however short the lead-in', () => {
    expect(read('# Handbook\n\n## How we practise\n\n**1. On the side of the child**\n\nThe advocate will always:\n\ni. meet the child first\nii. ask what to leave out\n\n**2. Independent**\n\nThe advocate will never:\n\ni. share a file with the council\nii. give a view')).toEqual({ 'On the side of the child': ['meet the child first', 'ask what to leave out'], Independent: ['not: share a file with the council', 'not: give a view'] });
  });
  test('a section with a number of its own keeps the words of its name', () => {
    expect(Object.keys(read('# Practice\n\n1. SECTION 20 AGREEMENTS\n\n- We explain them.\n- We wait.\n\n2. SECTION 47 ENQUIRIES\n\n- We visit.\n- We write.'))).toEqual(['SECTION 20 AGREEMENTS', 'SECTION 47 ENQUIRIES']);
  });
});

describe('lists', () => {
  test('a duty whose parts are too short to stand alone stays whole', () => {
    expect(read('# Standards\n\n## Plans\n\n1. We review each plan every six weeks, and ask:\n   a) what is better;\n   b) what is worse;\n2. We end well.')).toEqual({ Plans: ['We review each plan every six weeks, and ask: what is better; what is worse;', 'We end well.'] });
  });
  test('lines after a lead-in and an empty line are a list, and one that wraps is one item', () => {
    expect(read('Practice\n\nEarly permanence\n\nWe will:\n\nconsider early permanence for every child under the age of two, always\nrecord the reason where it is not pursued\nmeet the worker within five days of the\nreferral')).toEqual({
      'Early permanence': ['consider early permanence for every child under the age of two, always', 'record the reason where it is not pursued', 'meet the worker within five days of the referral'],
    });
  });
});

describe('marks that a conversion lost', () => {
  test('a lead-in that comes again and again is no page footer', () => {
    const standard = (name: string, duty: string) => `${name}\n\nWe will:\n\n${duty} in every district\nsay why to those it concerns (${name})\n\n`;
    expect(read(`Practice\n\n${standard('Welcoming adopters', 'hold events')}${standard('Birth families', 'offer a worker')}${standard('After the order', 'assess need')}`)).toEqual({
      'Welcoming adopters': ['hold events in every district', 'say why to those it concerns (Welcoming adopters)'], 'Birth families': ['offer a worker in every district', 'say why to those it concerns (Birth families)'], 'After the order': ['assess need in every district', 'say why to those it concerns (After the order)'],
    });
  });
  test('a lead-in without its colon still opens the list below', () => {
    const { framework } = importText({ bytes: new TextEncoder().encode('# Kinship\n\n## Support\n\nWe do this by\n\nholding a family meeting within fifteen days\n\nvisiting every relative that the child names'), fileName: 'a.md', themes: [] });
    expect(framework.elements[0]?.statements.map(({ stem, text }) => [stem, text])).toEqual([['We do this by', 'holding a family meeting within fifteen days'], ['We do this by', 'visiting every relative that the child names']]);
  });
  test('numbers that lost their full stops count a list', () => {
    expect(read('# Kinship\n\n## Promises\n\n1 A named worker who stays\n\n2 Copies of every report\n\n3 A group within ten miles')).toEqual({ Promises: ['A named worker who stays', 'Copies of every report', 'A group within ten miles'] });
  });
  test('"(i)" and "(ii)" stand on one level', () => {
    expect(read('# Voice\n\n## Keeping in touch\n\n1. We agree how we keep in touch with each child:\n   (i) by text,\n   (ii) by letter,\n   (iii) in person.\n2. We ask again.')).toEqual({ 'Keeping in touch': ['We agree how we keep in touch with each child: by text, by letter, in person.', 'We ask again.'] });
  });
  test('"4.1 Visits" over a paragraph is a heading, and "4.1 We visit" over the next is not', () => {
    expect(read('# Care\n\n4. CHILDREN IN CARE\n\n4.1 Visits\n\nThe child is visited every six weeks.\n\n4.2 Family time\n\nFamily time is planned around the day of the child.')).toEqual({ Visits: ['The child is visited every six weeks.'], 'Family time': ['Family time is planned around the day of the child.'] });
    expect(read('# Care\n\n4. CHILDREN IN CARE\n\n4.1 We will visit every week.\n\n4.2 We will write.')).toEqual({ 'CHILDREN IN CARE': ['We will visit every week.', 'We will write.'] });
  });
});

describe('the parts of a document', () => {
  test('"3 MONITORING" ends the standards and is no part of the last', () => {
    expect(read('PRACTICE STANDARDS\n\n1   INTRODUCTION\n\nThis document says what families can expect.\n\n2   THE STANDARDS\n\nStandard One - Contact\n\n- We ring first.\n- We knock.\n\nStandard Two - Supervision\n\nSupervision is held every month. We bring one family.\n\n3   MONITORING\n\nCompliance is audited twice a year.')).toEqual({ Contact: ['We ring first.', 'We knock.'], Supervision: ['Supervision is held every month.', 'We bring one family.'] });
  });
  test('prose without a number introduces standards that have one', () => {
    const commitments = [1, 2, 3].map((number) => `## Commitment ${number}: We keep word ${number}\n\n- We ring.\n- We write.`).join('\n\n');
    expect(Object.keys(read(`# Model\n\n## Our approach\n\nWe work with families of teenagers. The model draws on what young people told us.\n\n${commitments}`))).toEqual(['We keep word 1', 'We keep word 2', 'We keep word 3']);
  });
});

test('what stands under a name such as "We avoid" is to be avoided', () => {
  expect(read('# Practice\n\n## Support\n\n- We ring.\n- We wait.\n\n## We avoid\n\n- jargon in letters\n- goodbyes by text')).toEqual({ Support: ['We ring.', 'We wait.'], 'We avoid': ['not: jargon in letters', 'not: goodbyes by text'] });
});

describe('headings of text about the document', () => {
  test.each(['How to read this document', 'Where to get help', 'A letter from our Director', 'Reading list', 'Links and resources', 'Contacts'])('%s is left out', (label) => expect(isExplainer(label)).toBe(true));
  test.each(['When a child is in custody', 'Contact and referral', 'Where children live'])('%s is practice', (label) => expect(isExplainer(label)).toBe(false));

  test('"Information" is left out unless it heads duties', () => {
    expect(read('# Charter\n\n## Care\n\n- We ring.\n- We wait.\n\n## Information\n\nYou can expect us to:\n\n- tell you all that we know\n- send you the plan\n\n## Resources\n\n- The handbook\n- The website')).toEqual({ Care: ['We ring.', 'We wait.'], Information: ['tell you all that we know', 'send you the plan'] });
  });

  test('bold references belong to the document, not to its last standard', () => {
    expect(read('**STANDARDS OF PRACTICE**\n\n**Domain A: Before the visit**\n\nThe nurse will: a) read the plan; b) ring the family.\n\n**Domain B: Growing as a team**\n\nEach member of staff has supervision every month. We hold a debrief.\n\n**References**\n\nNMC (2018) The Code. London: NMC.')).toEqual({
      'Before the visit': ['read the plan;', 'ring the family.'], 'Growing as a team': ['Each member of staff has supervision every month.', 'We hold a debrief.'],
    });
  });

  test('an appendix with a year in its name is not taken for the front page', () => {
    expect(read('# Charter\n\n## Care\n\n- We ring.\n- We wait.\n\n## Appendix A: Allowances 2024/25\n\n| Age | Weekly allowance |\n|---|---|\n| 0 to 4 | £170 |')).toEqual({ Care: ['We ring.', 'We wait.'] });
  });
});
