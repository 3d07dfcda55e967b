import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../src/importer/import-document.ts';
import { isExplainer } from '../../../src/importer/vocabulary.ts';

/** What an import finds, as a person would note it down: names with their statements, and "not:" before what is to be avoided. */
function read(text: string): Record<string, string[]> {
  const { framework } = importDocument({ bytes: new TextEncoder().encode(text), fileName: 'document.md', themes: [] });
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
  test('"Principle one:" gives its number and not its words', () => {
    const { framework } = importDocument({ bytes: new TextEncoder().encode('# Safe\n\n## Our principles\n\n**Principle one: Stay with the parent who is not abusive.** We plan with her. We write it down.\n\n**Principle two: See the child.** We ask about sleep. We offer work.'), fileName: 'a.md', themes: [] });
    expect(framework.elements.map(({ number, label }) => [number, label])).toEqual([['one', 'Stay with the parent who is not abusive'], ['two', 'See the child']]);
  });
  test('"Pledge 3 (cont.)" goes on with pledge 3', () => {
    expect(read('# Pledges\n\n# Pledge 2\n\nWe listen\n\n- We ring.\n- We wait.\n\n# Pledge 2 (cont.)\n\n- We ask.\n- We write.')).toEqual({ 'We listen': ['We ring.', 'We wait.', 'We ask.', 'We write.'] });
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

describe('headings of text about the document', () => {
  test.each(['How to read this document', 'Where to get help', 'Reading list', 'Links and resources', 'Contacts'])('%s is left out', (label) => expect(isExplainer(label)).toBe(true));
  test.each(['When a child is in custody', 'Contact and referral', 'Where children live'])('%s is practice', (label) => expect(isExplainer(label)).toBe(false));

  test('an appendix with a year in its name is not taken for the front page', () => {
    expect(read('# Charter\n\n## Care\n\n- We ring.\n- We wait.\n\n## Appendix A: Allowances 2024/25\n\n| Age | Weekly allowance |\n|---|---|\n| 0 to 4 | £170 |')).toEqual({ Care: ['We ring.', 'We wait.'] });
  });
});
