import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../../../../src/framework/problem.ts';
import { importDocument } from '../../../../../src/importer/import-document.ts';
import { quotesOf, type Block } from '../../../../../src/importer/outline.ts';
import { readPptx } from '../../../../../src/importer/readers/pptx/read-pptx.ts';
import { makePptx, type At, type DeckInput, type ParagraphInput, type ShapeInput, type SlideInput } from './make-pptx.ts';

const read = (...slides: SlideInput[]) => readPptx(makePptx({ slides }), 'deck.pptx');
const box = (at: At, ...text: ParagraphInput[]): ShapeInput => ({ type: 'box', at, text });

/** A block as one line: what it is, and what it says. */
function show(block: Block): string {
  const text = quotesOf(block).map((quote) => quote.text).join(' | ');
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level ?? 0)} ${text}`;
    case 'item':
      return `${'  '.repeat(block.depth)}${block.marker.value === '' ? '-' : `${block.marker.value}.`} ${text}`;
    case 'aside':
      return `(${block.reason}) ${text}`;
    default:
      return text;
  }
}

const lines = async (...slides: SlideInput[]) => (await read(...slides)).blocks.map(show);

describe('slides are read in the order they are shown', () => {
  const slides: SlideInput[] = [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }];

  test('whatever their parts are called', async () => {
    const { blocks, parts } = await readPptx(makePptx({ slides, partNumbers: [3, 1, 2] }), 'deck.pptx');
    expect(blocks.map(show)).toEqual(['### First', '### Second', '### Third']);
    expect(parts).toEqual({ unit: 'slide', firstLines: [1, 2, 3] });
  });

  test('a hidden slide keeps its number and is told apart', async () => {
    expect(await lines({ title: 'First' }, { title: 'Second', body: ['We listen.'], isHidden: true })).toEqual(['### First', '(hidden slide) Second', '(hidden slide) We listen.']);
  });
});

describe('titles give the levels of headings', () => {
  test('the cover stands over the headers of parts, and those over the titles of slides', async () => {
    expect(await lines({ layout: 'title', title: 'Practice Standards', body: ['Anyshire'] }, { layout: 'secHead', title: 'Our values' }, { title: 'Respect', body: ['We listen.'] })).toEqual(['# Practice Standards', 'Anyshire', '## Our values', '### Respect', '- We listen.']);
  });

  test.each([
    ['said again', 'Timely help', 'Timely help', 'Timely help'],
    ['marked as continued', 'Timely help', 'Timely help (cont’d)', 'Timely help'],
    ['counted', 'Timely help (1/2)', 'Timely help (2/2)', 'Timely help'],
  ])('a title that is %s on the next slide goes on', async (_, first, second, heading) => {
    const found = await lines({ title: first, body: ['We visit.'] }, { title: second, body: ['We ring.'] });
    expect(found.filter((line) => !line.startsWith('('))).toEqual([`### ${heading}`, '- We visit.', '- We ring.']);
    expect(found).toContain(`(title repeated) ${second}`);
  });

  test('a title that comes again later heads its slide again', async () => {
    expect(await lines({ title: 'In practice' }, { title: 'Respect' }, { title: 'In practice' })).toEqual(['### In practice', '### Respect', '### In practice']);
  });

  test('a text box that is larger than the rest at the top of a slide without a title is its title', async () => {
    expect(await lines({ title: 'Cover' }, { layout: 'blank', shapes: [box([2, 5, 28, 10], 'We visit every child within five days.'), box([2, 1, 28, 3], { text: 'Timely help', size: 32 })] })).toEqual(['### Cover', '### Timely help', 'We visit every child within five days.']);
  });

  test('a larger line over text on the slide is a heading below the title', async () => {
    expect(await lines({ title: 'Our values', shapes: [box([2, 5, 28, 10], { text: 'Respect', size: 24 }, 'We treat everyone as we would like to be treated.')] })).toEqual(['### Our values', '#### Respect', 'We treat everyone as we would like to be treated.']);
  });
});

describe('lists are read as the program draws them', () => {
  test('bullets come from the master, unless the layout or the paragraph takes them off', async () => {
    expect(await lines({ title: 'T', body: ['One', { text: 'Under one', level: 1 }, { text: 'No bullet', mark: 'none' }] }, { layout: 'secHead', title: 'S', body: ['Plain'] })).toEqual(['### T', '- One', '  - Under one', 'No bullet', '## S', 'Plain']);
  });

  test.each([
    [{ scheme: 'arabicPeriod' }, ['1.', '2.']],
    [{ scheme: 'arabicPeriod', startAt: 4 }, ['4.', '5.']],
    [{ scheme: 'alphaLcParenR' }, ['a.', 'b.']],
    [{ scheme: 'romanLcPeriod', startAt: 4 }, ['iv.', 'v.']],
  ])('%o counts over deeper items', async (mark, [first, second]) => {
    expect(await lines({ title: 'T', body: [{ text: 'One', mark }, { text: 'Inside', level: 1 }, { text: 'Two', mark }] })).toEqual(['### T', `${first} One`, '  - Inside', `${second} Two`]);
  });

  test('marks that somebody typed are marks', async () => {
    expect(await lines({ title: 'T', shapes: [box([2, 5, 28, 10], '• One', '2. Two')] })).toEqual(['### T', '- One', '2. Two']);
  });

  test('a number in a bold line over text belongs to the heading', async () => {
    expect(await lines({ title: 'T', body: [{ text: '**2.1 Independence**', mark: 'none' }, 'We act for nobody else.'] })).toEqual(['### T', '2.1 Independence', '- We act for nobody else.']);
  });
});

describe('a line break', () => {
  const paragraph = (text: string) => lines({ title: 'T', shapes: [box([2, 5, 28, 10], text)] }).then(([, ...found]) => found);

  test('parts thoughts', async () => expect(await paragraph('We visit.\nWe ring.')).toEqual(['We visit.', 'We ring.']));
  test('parts a bold name from its text', async () => expect(await paragraph('**Respect**\nWe listen')).toEqual(['Respect', 'We listen']));
  test('that only makes a line fit is a space', async () => expect(await paragraph('We treat every child as the expert in\ntheir own life.')).toEqual(['We treat every child as the expert in their own life.']));
  test('parts the lines of a list under a lead-in', async () => expect(await paragraph('We will:\nvisit every week\nwrite it down')).toEqual(['We will:', 'visit every week', 'write it down']));
});

describe('shapes are read as people read them', () => {
  const values = ['Respect', 'Honesty', 'Kindness', 'Courage'];
  const meaning = (name: string) => `This is what we mean by ${name.toLowerCase()} in our daily work with families.`;
  const inOrder = values.flatMap((name) => [name, meaning(name)]);
  const onSlide = (...shapes: ShapeInput[]) => lines({ layout: 'titleOnly', title: 'T', shapes }).then(([, ...found]) => found);

  test('names in a row over their texts: each with its own', async () => {
    expect(await onSlide(...values.map((name, at) => box([1 + at * 7.6, 5, 7, 1.5], name)), ...values.map((name, at) => box([1 + at * 7.6, 7, 7, 6], meaning(name))))).toEqual(inOrder);
  });

  test('names in a grid over their texts', async () => {
    const at = (index: number, top: number): [number, number] => [1 + (index % 2) * 15, top + Math.floor(index / 2) * 6];
    expect(await onSlide(...values.map((name, index) => box([...at(index, 5), 14, 1.5], name)), ...values.map((name, index) => box([...at(index, 6.6), 14, 3.5], meaning(name))))).toEqual(inOrder);
  });

  test('names to the left of their texts', async () => {
    expect(await onSlide(...values.map((name, at) => box([1, 4.5 + at * 3, 6, 2.4], name)), ...values.map((name, at) => box([9, 4.5 + at * 3, 20, 2.4], meaning(name))))).toEqual(inOrder);
  });

  test('columns with a heading one after the other', async () => {
    const column = (left: number, head: string, ...texts: string[]) => [box([left, 4.5, 13, 1.5], head), ...texts.map((text, at) => box([left, 6.5 + at * 3, 13, 2.5], text))];
    const [good, poor] = [['We will', 'We listen to every child before we decide anything about them.', 'We write the plan together with the family.'], ['We will not', 'We will not hide behind process when the work is hard.', 'We will not blame other people when it goes wrong.']] as const;
    expect(await onSlide(...column(17, ...poor), ...column(2, ...good))).toEqual([...good, ...poor]);
  });

  test('two placeholders one after the other, where their layout puts them', async () => {
    expect(await lines({ layout: 'twoObj', title: 'T', body: ['Left', 'Left below'], secondBody: ['Right'] })).toEqual(['### T', '- Left', '- Left below', '- Right']);
  });

  test('inside groups with measures of their own', async () => {
    const group = (left: number, name: string): ShapeInput => ({ type: 'group', at: [left, 5, 7, 9], inside: [0, 0, 70, 90], shapes: [box([0, 20, 70, 70], meaning(name)), box([0, 0, 70, 15], name)] });
    expect(await onSlide(group(9, 'Honesty'), group(1, 'Respect'))).toEqual(inOrder.slice(0, 4));
  });
});

describe('tables and diagrams', () => {
  const table = (rows: string[][]) => read({ layout: 'titleOnly', title: 'T', shapes: [{ type: 'table', at: [1, 4, 30, 12], rows, isFirstRowSetOff: true }] }).then(({ blocks }) => blocks[1]);

  test('a first row of short words that is set off heads the columns', async () => {
    expect(await table([['Standard', 'What we do'], ['Timely', 'We visit.\nWe ring.']])).toMatchObject({ type: 'table', hasHeader: true, rows: [{}, [[{ text: 'Timely' }], [{ text: 'We visit.' }, { text: 'We ring.' }]]] });
  });

  test('a first row of text does not, though the program sets it off', async () => {
    expect(await table([['Respect', 'We treat every child and family as the expert in their own life.'], ['Honesty', 'We say what we think.']])).toMatchObject({ hasHeader: false });
  });

  test('merged cells keep their columns', async () => {
    expect(await table([['Standard', 'Practice', 'More'], ['Timely', 'We visit.', '<'], ['^', 'We ring.', 'We write.']])).toMatchObject({ rows: [{}, [[{ text: 'Timely' }], [{}], []], [[], [{ text: 'We ring.' }], [{}]]] });
  });

  test('a diagram is read in the order it is presented, its boxes over what hangs on them', async () => {
    const points = [{ text: 'Respect', children: [{ text: 'We listen.' }, { text: 'We ask.' }] }, { text: 'Honesty', children: [{ text: 'We say so.' }] }];
    expect(await lines({ title: 'T', shapes: [{ type: 'diagram', at: [1, 4, 30, 12], points }] })).toEqual(['### T', 'Respect', '- We listen.', '- We ask.', 'Honesty', '- We say so.']);
  });
});

test('what is no part of the framework is told apart, with its reason', async () => {
  const strapline = box([1, 16.4, 12, 1], 'Better lives for every child');
  const slide = (title: string): SlideInput => ({ title, body: [`We do ${title}.`], shapes: [strapline], footer: 'Anyshire', hasNumber: true });
  const found = await lines(slide('A'), slide('B'), { ...slide('C'), notes: ['Pause here.'], comments: ['Is this right?'], shapes: [strapline, box([40, 1, 5, 2], 'An old idea'), { type: 'box', text: ['Not shown'], isHidden: true }, { type: 'picture', at: [1, 1, 1, 1], description: 'Two people talking' }, { type: 'chart', at: [1, 17, 1, 1], title: 'Visits in time' }] });
  expect(found.slice(-11)).toEqual([
    '### C', '- We do C.', '(title of a chart) Visits in time', '(repeated on many slides) Better lives for every child', '(beside the slide, where nobody sees it) An old idea', '(hidden on the slide) Not shown', '(repeated on many slides (footer)) Anyshire', '(slide number) 3', '(picture (its description)) Two people talking', '(speaker notes (not read as statements)) Pause here.', '(comment) Is this right?',
  ]);
});

test('bold says nothing where all of a list is bold', async () => {
  const { blocks } = await read({ layout: 'title', title: 'T' }, { title: 'Our objectives', body: ['**Manage risk**', '**Make change that lasts**', '**Keep families together**'].map((text) => ({ text, mark: 'none' })) });
  expect(blocks.slice(2).map((block) => [block.type, quotesOf(block)[0]?.strong])).toEqual(Array(3).fill(['item', []]));
});

test('a slide of very many shapes is read in time', async () => {
  const shapes = Array.from({ length: 3_000 }, (_, at) => box([(at * 7) % 30, (at * 3) % 16, 2, 2], `Name ${at}`));
  expect((await read({ title: 'T', shapes })).blocks).toHaveLength(3_001);
}, 20_000);

test('a list goes on over the footer of its slide and keeps its lead-in', async () => {
  const slides: SlideInput[] = [{ layout: 'title', title: 'Practice Standards' }, { title: 'Timely help', body: [{ text: 'Social workers will:', mark: 'none' }, 'visit every week'], footer: 'Anyshire' }, { title: 'Timely help', body: ['write down what was agreed'] }];
  const { framework } = await importDocument({ bytes: makePptx({ slides }), fileName: 'deck.pptx', themes: [] });
  expect(framework.elements[0]?.statements).toMatchObject([{ stem: 'Social workers will:', source: { slide: 2 } }, { stem: 'Social workers will:', source: { slide: 3 } }]);
});

describe('title and author come from the file’s properties where somebody wrote them', () => {
  test.each([
    [{ title: 'Practice Standards', creator: 'A. Writer' }, 'Our Practice Standards', { title: 'Practice Standards', author: 'A. Writer' }],
    [{ title: 'PowerPoint Presentation', creator: 'User' }, '', {}],
    [{ title: 'Budget briefing 2019' }, 'Our Practice Standards', {}],
  ])('%o', async (properties, title, expected) => {
    expect((await readPptx(makePptx({ slides: [{ title }, { title: 'Respect' }], properties }), 'deck.pptx')).metadata).toEqual(expected);
  });
});

describe('a file that can’t be read is refused', () => {
  const refusal = (deck: DeckInput) => readPptx(makePptx(deck), 'deck.pptx').then(() => undefined, (error: unknown) => (error instanceof ContentError ? error.problems[0]?.rule : String(error)));

  test.each<[string, DeckInput, string]>([
    ['no slides', { slides: [] }, 'document-empty'],
    ['a slide missing', { slides: [{ title: 'T' }], parts: { 'ppt/slides/slide1.xml': undefined } }, 'document-damaged'],
    ['no list of slides', { slides: [{ title: 'T' }], parts: { 'ppt/presentation.xml': undefined } }, 'document-damaged'],
    ['a document type', { slides: [{ title: 'T' }], parts: { 'ppt/slides/slide1.xml': '<!DOCTYPE p><p/>' } }, 'document-damaged'],
  ])('%s', async (_, deck, rule) => expect(await refusal(deck)).toBe(rule));
});

test('every word of any deck stands in one block, once, and where its quotation says', async () => {
  let count = 0;
  const word = fc.constantFrom('Word', 'word', '**word**', '• word', '1. Word', 'word:', 'word\nWord').map((text) => () => text.replace(/word/i, (found) => `${found}${(count += 1)}x`));
  const at = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 30 })));
  const texts = fc.array(word, { minLength: 1, maxLength: 3 });
  const slide = fc.record({ layout: fc.constantFrom('title', 'secHead', 'obj', 'blank'), title: word, body: texts, boxes: fc.array(fc.record({ at, texts }), { maxLength: 6 }), notes: texts, isHidden: fc.boolean() });
  await fc.assert(fc.asyncProperty(fc.array(slide, { minLength: 1, maxLength: 4 }), async (deck) => {
    count = 0;
    const slides = deck.map(({ layout, title, body, boxes, notes, isHidden }): SlideInput => ({ layout: layout as 'obj', title: title(), body: body.map((make) => make()), shapes: boxes.map((found) => box(found.at as unknown as At, ...found.texts.map((make) => make()))), notes: notes.map((make) => make()), isHidden }));
    const { blocks, documentText } = await readPptx(makePptx({ slides }), 'deck.pptx');
    const quotes = blocks.flatMap(quotesOf);
    const words = quotes.flatMap(({ text }) => text.match(/\d+x/g) ?? []).sort();
    expect(words).toEqual(Array.from({ length: count }, (_, index) => `${index + 1}x`).sort());
    for (const { text, starts, ends } of quotes) for (const [index, character] of [...text].entries()) expect(documentText.slice(starts[index], ends[index]).trim()).toBe(character.trim());
  }), { numRuns: 40 });
});
