import { describe, expect, test } from 'vitest';
import { column, type Text } from './make-pdf.ts';
import { describePages } from './outline-of.ts';

/** A full-width paragraph, so that 11 points is the size of the text. */
const introduction = (y: number) => column(50, y, ['We wrote these values with children, parents and carers, and we ask them every year whether they', 'see them in what we do.']);
const introduced = 'We wrote these values with children, parents and carers, and we ask them every year whether they see them in what we do.';

/** A value with its sentence and its two items, as a column of a page holds it. */
const value = (x: number, y: number, name: string): Text[] => [{ text: name, x, y, size: 13, isBold: true }, ...column(x, y + 25, [`${name} is what families`, 'ask of us first.']), ...column(x + 12, y + 60, ['• We ask before we write', '• We tell what we know'])];
const valued = (name: string) => [`## ${name}`, `${name} is what families ask of us first.`, '- We ask before we write', '- We tell what we know'];
const heading = (text: string, y: number): Text => ({ text, x: 50, y, size: 18 });

describe('columns on a page with text across it', () => {
  test('are read one after the other where not one of their lines stands level with a line of the other', async () => {
    const texts = [heading('Our values', 60), ...introduction(90), ...value(50, 140, 'Kind'), ...value(50, 240, 'Fair'), ...value(310, 146, 'Open'), ...value(310, 246, 'Calm'), ...introduction(370)];
    expect(await describePages([{ texts }])).toEqual(['# Our values', introduced, ...valued('Kind'), ...valued('Fair'), ...valued('Open'), ...valued('Calm'), introduced]);
  });

  test('end at a short heading that stands over the next two', async () => {
    const texts = [...introduction(60), ...value(50, 100, 'Kind'), ...value(310, 106, 'Open'), heading('How we work', 220), ...value(50, 250, 'Fair'), ...value(310, 256, 'Calm')];
    expect(await describePages([{ texts }])).toEqual([introduced, ...valued('Kind'), ...valued('Open'), '# How we work', ...valued('Fair'), ...valued('Calm')]);
  });

  test('go on past a heading in the left one that has a gap in the right one beside it', async () => {
    const texts = [...introduction(60), ...value(50, 100, 'Kind'), heading('More of them', 210), ...value(50, 240, 'Fair'), ...value(310, 106, 'Open'), ...value(310, 246, 'Calm')];
    expect(await describePages([{ texts }])).toEqual([introduced, ...valued('Kind'), '# More of them', ...valued('Fair'), ...valued('Open'), ...valued('Calm')]);
  });

  test('can be three, of different lengths', async () => {
    const texts = [heading('Our values', 40), ...introduction(60), ...value(50, 100, 'Kind'), ...value(50, 200, 'Fair'), ...value(220, 106, 'Open'), ...value(390, 110, 'Calm'), ...value(390, 210, 'Bold')];
    expect(await describePages([{ texts }])).toEqual(['# Our values', introduced, ...valued('Kind'), ...valued('Fair'), ...valued('Open'), ...valued('Calm'), ...valued('Bold')]);
  });

  test('go on under a line that crosses them, though only two lines of each are left', async () => {
    const texts = [...value(50, 60, 'Kind'), ...value(310, 66, 'Open'), { text: '“They asked me what I wanted, and they wrote it down in my own words.” Young person, 15', x: 50, y: 170 }, ...column(50, 200, ['We keep to what we say, and', 'we say so when we could not.']), ...column(310, 204, ['We come back when we said', 'we would.'])];
    expect((await describePages([{ texts }])).slice(-2)).toEqual(['We keep to what we say, and we say so when we could not.', 'We come back when we said we would.']);
  });

  test('keep the heading that ends the left one with its text at the top of the right one', async () => {
    const texts = [...introduction(60), ...value(50, 100, 'Kind'), { text: 'Open', x: 50, y: 210, size: 13, isBold: true }, ...value(310, 106, 'Open').slice(1), ...introduction(240)];
    const found = await describePages([{ texts }]);
    expect(found.slice(found.indexOf('# Open'))).toEqual(['# Open', ...valued('Open').slice(1), introduced]);
  });

  test('stay columns where their first lines were written after all others', async () => {
    const first = [50, 220, 390].map((x) => ({ text: 'We try hard.', x, y: 116 }));
    const texts = [...introduction(60), ...value(50, 100, 'Kind'), ...value(220, 100, 'Open'), ...column(232, 204, ['• We say so when we fail', '• We put it right']), ...value(390, 100, 'Calm'), ...first];
    const found = await describePages([{ texts }]);
    expect(found.indexOf('- We put it right')).toBe(found.indexOf('# Calm') - 1);
  });

  test('are found where the right one has two lines only and was written first, as the boxes of a slide are', async () => {
    const texts = [...column(310, 60, ['What we avoid', '• Hiding behind email']), ...column(50, 60, ['What we do', '• Tell families early what we', '• Speak up for children']), { text: 'Our values', x: 50, y: 30, size: 18 }];
    expect(await describePages([{ texts }])).toEqual(['# Our values', 'What we do', '- Tell families early what we', '- Speak up for children', 'What we avoid', '- Hiding behind email']);
  });

  test('are found where their lines are centred and begin in different places', async () => {
    const centre = (x: number, y: number, lines: readonly string[]) => lines.map((text, at) => ({ text, x: x - text.length * 2.6, y: y + at * 14 }));
    const texts = [...introduction(60), ...centre(150, 110, ['We listen before we', 'write anything down, and', 'we ask what matters', 'most to the family.']), ...centre(430, 110, ['We share what we have', 'written and change what', 'is wrong in it on the same', 'day that we are told.'])];
    const found = (await describePages([{ texts }])).join(' ');
    expect(found).toMatch(/We listen before we write anything down, and we ask what matters most to the family\. We share what we have/);
  });
});

test('a box on the right of a paragraph is not read in the middle of its sentence', async () => {
  const beside = column(50, 60, ['We wrote these values with children,', 'parents and carers, and we ask them', 'every year whether they see them in', 'what we do, in each of the homes and']);
  const box = column(330, 60, ['Our promise to you', 'We ring back on the', 'day that you ring us.']);
  const below = column(50, 116, ['schools that we work in, and in the meetings that we hold with them and with their families.']);
  expect((await describePages([{ texts: [...beside, ...box, ...below] }])).at(-1)).toBe('We wrote these values with children, parents and carers, and we ask them every year whether they see them in what we do, in each of the homes and schools that we work in, and in the meetings that we hold with them and with their families.');
});

test('a row of a table begins under the whole row before, even where its cells are set to the middle', async () => {
  const rows = [0, 1, 2, 3].flatMap((at) => [...column(50, 140 + at * 56, ['Listening', 'to each', 'child']), ...column(200, 147 + at * 56, ['We show this in every meeting that we', 'hold with a family.'])]);
  const row = '| Listening to each child | We show this in every meeting that we hold with a family. |';
  expect((await describePages([{ texts: [...introduction(60), ...rows] }]))[1]).toBe([row, row, row, row].join('\n'));
});

test('cells that stand in the middle of their row make a table, not columns', async () => {
  const rows = ['Listening', 'Honesty', 'Patience', 'Courage'].flatMap((name, at) => [{ text: name, x: 50, y: 147 + at * 44 }, ...column(200, 140 + at * 44, [`We show ${name.toLowerCase()} in every meeting that we`, 'hold with a family.'])]);
  expect((await describePages([{ texts: [...introduction(60), ...rows] }]))[1]).toBe('| Listening | We show listening in every meeting that we hold with a family. |\n| Honesty | We show honesty in every meeting that we hold with a family. |\n| Patience | We show patience in every meeting that we hold with a family. |\n| Courage | We show courage in every meeting that we hold with a family. |');
});
