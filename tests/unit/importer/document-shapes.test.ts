import { describe, expect, test } from 'vitest';
import { importText } from './import-text.ts';

/** What an import finds, as a person would note it down: names with their statements, and "not:" before what is to be avoided. */
function read(text: string): Record<string, string[]> {
  const { framework } = importText({ bytes: new TextEncoder().encode(text), fileName: 'document.md' });
  return Object.fromEntries(framework.elements.map(({ label, statements }) => [label, statements.map(({ text: words, isToAvoid }) => (isToAvoid ? `not: ${words}` : words))]));
}

const reasonsFor = (text: string, words: string) => importText({ bytes: new TextEncoder().encode(text), fileName: 'document.md' }).loss.filter((loss) => loss.text.includes(words)).map(({ reason }) => reason);

describe('tables', () => {
  test('a name across the first row heads what the table holds', () => {
    expect(read('# Standards\n\n## Background\n\nWe asked carers.\n\n| 1 Matching | |\n|---|---|\n| What good looks like | What it does not look like |\n| We meet the child first. | We send a profile. |\n\n| 2 Visits | |\n|---|---|\n| What good looks like | What it does not look like |\n| Every visit has an agenda. | We drop in. |')).toEqual({
      '1 Matching': ['We meet the child first.', 'not: We send a profile.'], '2 Visits': ['Every visit has an agenda.', 'not: We drop in.'],
    });
  });
  test('under an introduction are the standards all the same', () => {
    expect(read('# Safer together\n\n## Purpose\n\nEight standards bind us.\n\n| Standard | What we do | Who |\n|---|---|---|\n| See the child first | We speak of children who are harmed. | All |\n| Act early | We share what we know on the day. | All |\n| Stay with it | We visit for a year. | All |')).toEqual({
      'See the child first': ['We speak of children who are harmed.'], 'Act early': ['We share what we know on the day.'], 'Stay with it': ['We visit for a year.'],
    });
  });
  test('of short names and long text need no word that we know over the names', () => {
    expect(Object.keys(read('# Covenant\n\n## Promises\n\n| Promise | What we will do |\n|---|---|\n| Somewhere safe to live | We keep forty tenancies a year for care leavers and stand as guarantor. |\n| Enough to live on | We top up income in the weeks when benefits stop and start again. |'))).toEqual(['Somewhere safe to live', 'Enough to live on']);
  });
  test('an empty cell beside a statement makes it no name', () => {
    expect(read('# Care\n\n## Assessing fairly\n\n| What good looks like | What it does not look like |\n|---|---|\n| We see the love that is there | We use the fostering form |\n| Old convictions are weighed and not counted | |\n| We say what we found | We send a letter |')).toEqual({ 'Assessing fairly': ['We see the love that is there', 'not: We use the fostering form', 'Old convictions are weighed and not counted', 'We say what we found', 'not: We send a letter'] });
  });
  test('a chapter of standards may have a number of its own', () => {
    expect(Object.keys(read('# Supervision\n\n## 3. The standards\n\n| Standard | What we do |\n|---|---|\n| Regular | Supervision takes place every four weeks, and is kept. |\n| Private | Supervision takes place in a room with a door. |'))).toEqual(['Regular', 'Private']);
  });
});

describe('headings', () => {
  test('levels that a conversion got wrong lose no standard', () => {
    expect(read('# Our booklet\n\n## We put children first\n\nWe make time to play. We ask what this child needs.\n\n### We work with people\n\nWe plan with families. We offer a meeting.\n\n## We are fair\n\nWe explain what we decide. We say sorry.\n\n### We learn\n\nWe set time aside. We read complaints.')).toMatchObject({ 'We put children first': ['We make time to play.', 'We ask what this child needs.'], 'We are fair': ['We explain what we decide.', 'We say sorry.'], 'We learn': ['We set time aside.', 'We read complaints.'] });
  });
  test('of the back pages end the last standard and don’t empty it', () => {
    expect(read('**Standard 1 Arrival**\n\nWe will meet each child.\n\nWe will bring food.\n\n**Standard 2 Faith**\n\nWe will find a place of worship.\n\nWe will find a school.\n\n**Key terms**\n\n**Pathway plan** The plan of a young person.')).toEqual({ Arrival: ['We will meet each child.', 'We will bring food.'], Faith: ['We will find a place of worship.', 'We will find a school.'] });
  });
  test('"Reading" under "Our principles" is a principle, and a reading list is none', () => {
    expect(Object.keys(read('# Virtual school\n\n## Our principles\n\n### Stability\n\nNo child changes school in the last year. We ask the school first.\n\n### Reading\n\nEvery child has a parcel of books. We train carers.\n\n## Further reading\n\n- Smith, A book'))).toEqual(['Stability', 'Reading']);
  });
  test('who has the duties may stand under "Who does what"', () => {
    expect(Object.keys(read('# Front door\n\n# Who does what\n\n## Practitioners\n\nOur practitioners will:\n\n- listen first\n- read the history\n\n## Managers\n\nOur managers will:\n\n- write down why\n- walk the floor'))).toEqual(['Practitioners', 'Managers']);
  });
  test('a summary of a value introduces the value and is no second one', () => {
    const text = '# Our values\n\n## Courage\n\n- We say it.\n\n## Hope\n\n- We plan.\n\n# In detail\n\n## Courage\n\n- We speak up early.\n- We ask twice.\n\n## Hope\n\n- We see strengths first.\n- We mark small steps.';
    expect(read(text)).toEqual({ Courage: ['We speak up early.', 'We ask twice.'], Hope: ['We see strengths first.', 'We mark small steps.'] });
    const { framework } = importText({ bytes: new TextEncoder().encode(text), fileName: 'document.md' });
    expect(framework.elements.map(({ label, description }) => [label, description])).toEqual([['Courage', 'We say it.'], ['Hope', 'We plan.']]);
    expect(reasonsFor(text, 'We say it')).toEqual([]);
  });
});

describe('what is no statement', () => {
  test('what somebody said is a quotation', () => {
    const text = '# Standards\n\n## Arrival\n\n“The lady gave me soup. I remember her.” S., 15\n\nWe will meet each child. We will bring food.';
    expect(read(text)).toEqual({ Arrival: ['We will meet each child.', 'We will bring food.'] });
    expect(reasonsFor(text, 'soup')).toEqual(['quotation from elsewhere']);
  });
  test('facts about the document are none of its definitions', () => {
    expect(read('# Standards\n\nPublished\n: 19 May 2025\n\nFrom\n: Family services\n\n## Care\n\n- We knock first.\n- We wait outside.')).toEqual({ Care: ['We knock first.', 'We wait outside.'] });
  });
  test('bare lines that name what follows are its contents', () => {
    expect(Object.keys(read('# Leaders\n\n## Six behaviours\n\nVisible\n\nBrave\n\nFair\n\n## VISIBLE\n\n- Know people by name.\n- Be seen.\n\n## BRAVE\n\n- Say it.\n- Stop it.\n\n## FAIR\n\n- Hear all.\n- Say why.'))).toEqual(['VISIBLE', 'BRAVE', 'FAIR']);
  });
  test('a footer with its page number goes where it comes twice', () => {
    expect(read('# Homes\n\n## Family\n\nWe keep people close. It is not always easy, and sometimes a court\n\nOur Principles for Residential Care 2\n\ndecides. We explain why.\n\n## Goodbyes\n\nWe plan early. We ring\n\nOur Principles for Residential Care 3\n\nin the first week.')).toEqual({ Family: ['We keep people close.', 'It is not always easy, and sometimes a court decides.', 'We explain why.'], Goodbyes: ['We plan early.', 'We ring in the first week.'] });
  });
});

describe('lists', () => {
  test('bullets that a scanner made letters of are bullets', () => {
    expect(read('1. A GOOD START\n\ne We tell children where they go.\n¢ We pack a bag.\no The carer rings the parent.\n\n2. HEALTH\n\n§ Every child has a doctor.\nü share what you know')).toEqual({ 'A GOOD START': ['We tell children where they go.', 'We pack a bag.', 'The carer rings the parent.'], HEALTH: ['Every child has a doctor.', 'share what you know'] });
  });
  test('short sentences under a heading, each a paragraph, are a list without its marks', () => {
    expect(read('# Leaders\n\n## Brave\n\n- Say the thing.\n- Stop the work.\n\n## Curious\n\nAsk before you blame.\n\nRead three files a month.\n\nBring in views from outside.')).toEqual({ Brave: ['Say the thing.', 'Stop the work.'], Curious: ['Ask before you blame.', 'Read three files a month.', 'Bring in views from outside.'] });
  });
});
