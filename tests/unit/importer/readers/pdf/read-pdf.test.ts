import { describe, expect, test } from 'vitest';
import { isQuotedFrom } from '../../../../../src/framework/quotation.ts';
import { draftFramework } from '../../../../../src/importer/draft-framework.ts';
import { boundsOf } from '../../../../../src/importer/quoted-text.ts';
import { quotesOf } from '../../../../../src/importer/outline.ts';
import { column, type Page } from './make-pdf.ts';
import { describePages, readPages } from './outline-of.ts';

/** Prose that makes 11 points the size of the text, in a full line and a last one. */
const prose = (y: number) => column(72, y, ['We wrote these standards together with children, parents and carers, and we', 'keep to them every day.']);

describe('headings', () => {
  test('larger type is a heading, and the larger the size the higher its level', async () => {
    const texts = [{ text: 'Our Practice', x: 72, y: 80, size: 24 }, { text: 'Standard 1: Listening', x: 72, y: 120, size: 16 }, ...prose(150), { text: 'Standard 2: Honesty', x: 72, y: 210, size: 16 }, ...prose(240)];
    expect(await describePages([{ texts }])).toEqual(['# Our Practice', '## Standard 1: Listening', 'We wrote these standards together with children, parents and carers, and we keep to them every day.', '## Standard 2: Honesty', 'We wrote these standards together with children, parents and carers, and we keep to them every day.']);
  });

  test('a heading that wraps is one heading', async () => {
    const texts = [...column(72, 80, ['Working with families and', 'their networks'], { size: 18, leading: 22 }), ...prose(150)];
    expect((await describePages([{ texts }]))[0]).toBe('# Working with families and their networks');
  });

  test('a bold line in the size of the text stays a paragraph that knows it is bold', async () => {
    const { blocks } = await readPages([{ texts: [{ text: 'Listening', x: 72, y: 80, isBold: true }, ...prose(110)] }]);
    expect(blocks[0]).toMatchObject({ type: 'paragraph', content: { text: 'Listening', strong: [{ from: 0, to: 9 }] } });
    expect(blocks[1]).toMatchObject({ content: { strong: [] } });
  });

  test('many words in large type are an introduction and no heading', async () => {
    const texts = [...column(72, 80, ['This is how we work in Anytown. We wrote it with', 'families, and we ask them every year whether it', 'is still true of what we do when we visit them,', 'and we change what is not.'], { size: 16, leading: 20 }), ...prose(200), ...prose(240), ...prose(280)];
    const { blocks } = await readPages([{ texts }]);
    expect(blocks[0]?.type).toBe('paragraph');
  });
});

describe('lists', () => {
  test('the wrapped lines of an item belong to it, whatever its bullet looks like', async () => {
    const texts = [...prose(80), { text: '•', x: 72, y: 130 }, ...column(90, 130, ['See the child at every visit, and see where the child sleeps', 'and plays']), { text: '– Ring before you come', x: 72, y: 158 }];
    expect((await describePages([{ texts }])).slice(1)).toEqual(['- See the child at every visit, and see where the child sleeps and plays', '- Ring before you come']);
  });

  test('a bullet that is drawn is a bullet', async () => {
    const texts = [...prose(80), ...column(90, 130, ['See the child', 'Ring before you come'])];
    expect((await describePages([{ texts, drawings: [[80, 124, 84, 128], [80, 138, 84, 142]] }])).slice(1)).toEqual(['- See the child', '- Ring before you come']);
  });

  test('marks that stand farther in are items of the item before', async () => {
    const texts = [...column(72, 80, ['1. The chair will']), ...column(90, 94, ['a) start on time', 'b) let the child speak first']), ...column(72, 122, ['2. Minutes go out within three days'])];
    expect(await describePages([{ texts }])).toEqual(['1) The chair will', '  a) start on time', '  b) let the child speak first', '2) Minutes go out within three days']);
  });

  test('the saved text shows the marks', async () => {
    const { documentText } = await readPages([{ texts: [...prose(80), ...column(72, 130, ['• See the child', '• Ring first'])] }]);
    expect(documentText.split('\n').slice(1, 3)).toEqual(['• See the child', '• Ring first']);
  });
});

describe('paragraphs', () => {
  test('a gap parts paragraphs, and so does a line that ends early with its sentence', async () => {
    const texts = [...column(72, 80, ['We listen to children and write down what they say, in their own words, so', 'that they can read it.', 'We tell parents what worries us and what is going well, before we tell others', 'about it.']), ...column(72, 150, ['We keep our promises.'])];
    expect(await describePages([{ texts }])).toEqual(['We listen to children and write down what they say, in their own words, so that they can read it.', 'We tell parents what worries us and what is going well, before we tell others about it.', 'We keep our promises.']);
  });

  test('a word parted at the end of a line is put together, and a compound keeps its hyphen', async () => {
    const texts = [...column(72, 80, ['Our safeguarding work is child-centred. Everybody who works with us does safe-', 'guarding, and everybody is proud of being child-', 'centred.'])];
    expect(await describePages([{ texts }])).toEqual(['Our safeguarding work is child-centred. Everybody who works with us does safeguarding, and everybody is proud of being child-centred.']);
  });
});

describe('columns', () => {
  const left = column(50, 120, ['We visit when we say we', 'will, and we ring when we', 'are late, so that nobody', 'waits for us in vain.']);
  const right = column(320, 123, ['We write what we have', 'seen on the same day, and', 'we show it to the family', 'before others read it.']);
  const wanted = ['# How we work with every family in Anytown', 'We visit when we say we will, and we ring when we are late, so that nobody waits for us in vain.', 'We write what we have seen on the same day, and we show it to the family before others read it.'];
  const heading = { text: 'How we work with every family in Anytown', x: 50, y: 80, size: 22 };

  test('are read one after the other, under the heading that spans them', async () => {
    expect(await describePages([{ texts: [heading, ...left, ...right] }])).toEqual(wanted);
  });

  test('are read so where the page is written line by line across them', async () => {
    const lines = Array.from({ length: 6 }, (_, at) => [{ text: `Left ${'abcdef'.charAt(at)} goes on to the end of it`, x: 50, y: 120 + at * 14 }, { text: `right ${'abcdef'.charAt(at)} goes on to the end of it`, x: 320, y: 120 + at * 14 }]).flat();
    const found = (await describePages([{ texts: lines }])).join(' ');
    expect(found.indexOf('Left f')).toBeLessThan(found.indexOf('right a'));
  });
});

describe('tables', () => {
  const wanted = '| Standard | What we do |\n| Listening | We write down what children say in their own words. |\n| Honesty | We say what we can do. |';

  test('are found by their drawn lines', async () => {
    const texts = [...prose(80), { text: 'Standard', x: 76, y: 134 }, { text: 'What we do', x: 206, y: 134 }, { text: 'Listening', x: 76, y: 154 }, ...column(206, 154, ['We write down what children', 'say in their own words.']), { text: 'Honesty', x: 76, y: 188 }, { text: 'We say what we can do.', x: 206, y: 188 }];
    const across = [120, 140, 174, 194].map((y) => [72, y, 400, y + 0.5] as const);
    const down = [72, 200, 400].map((x) => [x, 120, x + 0.5, 194] as const);
    expect((await describePages([{ texts, drawings: [...across, ...down] }]))[1]).toBe(wanted);
  });

  test('are found by the places of their cells', async () => {
    const texts = [...prose(80), { text: 'Standard', x: 76, y: 134, isBold: true }, { text: 'What we do', x: 206, y: 134, isBold: true }, { text: 'Listening', x: 76, y: 154 }, ...column(206, 154, ['We write down what children', 'say in their own words.']), { text: 'Honesty', x: 76, y: 188 }, { text: 'We say what we can do.', x: 206, y: 188 }];
    const { blocks } = await readPages([{ texts }]);
    expect((await describePages([{ texts }]))[1]).toBe(wanted);
    expect(blocks[1]).toMatchObject({ type: 'table', hasHeader: true });
  });

  test('go on over the end of a page, and their repeated header is set aside', async () => {
    const header = (y: number) => [{ text: 'Standard', x: 76, y, isBold: true }, { text: 'What we do', x: 206, y, isBold: true }];
    const first = [...prose(80), ...header(134), { text: 'Listening', x: 76, y: 154 }, { text: 'We write down what', x: 206, y: 154 }];
    const second = [...header(80), ...column(206, 100, ['children say.']), { text: 'Honesty', x: 76, y: 130 }, { text: 'We say what we can do.', x: 206, y: 130 }];
    expect((await describePages([{ texts: first }, { texts: second }])).slice(1)).toEqual(['| Standard | What we do |\n| Listening | We write down what children say. |\n| Honesty | We say what we can do. |', '(header of a table, repeated on the next page) Standard What we do']);
  });
});

describe('what is printed on every page', () => {
  const furnished = (number: number, texts: Page['texts']): Page => ({ texts: [{ text: 'Anytown Council Practice Framework', x: 72, y: 40, size: 9 }, ...texts, { text: `Page ${number} of 3`, x: 270, y: 810, size: 9 }] });

  test('is set aside, and the sentence that it cuts is whole', async () => {
    const pages = [furnished(1, [...column(72, 700, ['We listen to every child, and we write down what the child says in the words', 'of the child, so that'])]), furnished(2, [...column(72, 80, ['nobody can say later that they did not know.'])]), furnished(3, [...column(72, 80, ['We keep our promises.'])])];
    const { blocks, documentText, parts } = await readPages(pages);
    const whole = blocks.find((block) => block.type === 'paragraph');
    const text = 'We listen to every child, and we write down what the child says in the words of the child, so that nobody can say later that they did not know.';
    expect(whole?.content.text).toBe(text);
    expect(whole && isQuotedFrom(documentText, { text, source: { page: 1, ...boundsOf(whole.content) } })).toBe(true);
    expect(blocks.flatMap((block) => (block.type === 'aside' ? [block.reason] : []))).toEqual(['repeated on many pages (header or footer)', 'page number', 'repeated on many pages (header or footer)', 'page number', 'repeated on many pages (header or footer)', 'page number']);
    expect(parts?.firstLines.map((line) => documentText.split('\n')[line - 1])).toEqual(['Anytown Council Practice Framework', 'Anytown Council Practice Framework', 'Anytown Council Practice Framework']);
  });

  test('numbered standards at the top of each page are no running header', async () => {
    const pages = [1, 2, 3].map((number) => ({ texts: [{ text: `Standard ${number}`, x: 72, y: 60, size: 16 }, ...column(72, 90 + number, [`We ask what the ${['first', 'second', 'third'][number - 1]} of our standards means for every family that we visit.`])] }));
    expect((await describePages(pages)).filter((line) => line.startsWith('# '))).toEqual(['# Standard 1', '# Standard 2', '# Standard 3']);
  });
});

test('text that stands at an angle is kept apart', async () => {
  const found = await describePages([{ texts: [...prose(80), { text: 'DRAFT', x: 30, y: 400, isTurned: true }] }]);
  expect(found.at(-1)).toBe('(text that stands at an angle) DRAFT');
});

test('the lines of a table of contents stay lines of their own', async () => {
  const texts = [...column(72, 80, ['Listening ........................................ 3', 'Honesty ......................................... 4', 'Timeliness ...................................... 5'], { leading: 16 }), ...prose(200)];
  expect((await describePages([{ texts }])).slice(0, 3)).toEqual(['Listening ........................................ 3', 'Honesty ......................................... 4', 'Timeliness ...................................... 5']);
});

test('the title of the document is told', async () => {
  const { metadata } = await readPages([{ texts: prose(80) }], { title: 'Our Practice (2024)' });
  expect(metadata).toEqual({ title: 'Our Practice (2024)' });
});

test('each quotation says where it stands in the text that was read', async () => {
  const { blocks, documentText } = await readPages([{ texts: [...prose(80), ...column(72, 130, ['• See the child', '• Ring first'])] }]);
  for (const quote of blocks.flatMap(quotesOf)) expect(documentText.slice(boundsOf(quote).start, boundsOf(quote).end)).toBe(quote.text);
});

test('the raised mark of a footnote is no part of the sentence, and the sentence is still quoted word for word', async () => {
  const texts = [...prose(80), { text: 'We write it down the same day', x: 72, y: 140 }, { text: '1', x: 223, y: 136, size: 7 }, { text: ' and show it to the family.', x: 227, y: 140 }];
  const { blocks, documentText } = await readPages([{ texts }]);
  const quote = quotesOf(blocks[1] ?? { type: 'aside', reason: '', line: 1, isAfterBreak: false, isQuotation: false, depth: 0, content: { text: '', starts: [], ends: [], strong: [] } })[0];
  expect(quote?.text).toBe('We write it down the same day and show it to the family.');
  expect(documentText).toContain('same day[^1] and');
  expect(quote && isQuotedFrom(documentText, { text: quote.text, source: { page: 1, ...boundsOf(quote) } })).toBe(true);
});

test('words set in and in quotation marks are a quotation', async () => {
  const { blocks } = await readPages([{ texts: [...prose(80), { text: '“You noticed what I was good at.”', x: 100, y: 140 }] }]);
  expect(blocks.map(({ isQuotation }) => isQuotation)).toEqual([false, true]);
});

describe('a page without text between pages with text', () => {
  const drawn = Array.from({ length: 6 }, (_, at) => [100 + at * 30, 200, 120 + at * 30, 400] as const);

  test('is noted as not read, at its own place', async () => {
    const { notes, parts, documentText, blocks } = await readPages([{ texts: prose(80) }, { texts: [], pictures: [[0, 0, 595, 842]] }, { texts: prose(80) }]);
    expect(notes).toEqual([{ line: 2, text: 'Page 2', reason: 'page without text, a picture or a scan: nothing of it was read' }]);
    expect(parts?.firstLines).toEqual([1, 2, 3]);
    expect(documentText.split('\n')[1]).toBe('[Page 2 holds no text]');
    expect(blocks).toHaveLength(2);
  });

  test('is noted too where its letters are drawn', async () => {
    expect((await readPages([{ texts: prose(80) }, { texts: [], drawings: drawn }])).notes).toHaveLength(1);
  });

  test('is not noted where there is nothing on it to see', async () => {
    expect((await readPages([{ texts: prose(80) }, { texts: [] }, { texts: prose(80) }])).notes).toBeUndefined();
  });

  test('comes first in what the importer was unsure of', async () => {
    const standard = { texts: [{ text: 'Standard 1: Listening', x: 72, y: 80, size: 18 }, ...column(72, 110, ['• We listen to every child', '• We write down what the child says'])] };
    const outline = await readPages([standard, { texts: [], drawings: drawn }, { texts: prose(80) }]);
    const { doubts } = draftFramework({ outline, file: 'our-practice.pdf', sha256: '0'.repeat(64), themes: [] });
    expect(doubts[0]).toEqual({ place: { page: 2 }, text: 'Page 2', reason: 'page without text, a picture or a scan: nothing of it was read' });
  });
});
