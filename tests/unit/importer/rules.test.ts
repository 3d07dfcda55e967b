import { describe, expect, test } from 'vitest';
import { assignElementIds } from '../../../src/importer/assign-ids.ts';
import { removeContents } from '../../../src/importer/contents.ts';
import { rejoinBrokenSentences, removeFurniture } from '../../../src/importer/furniture.ts';
import { readHeadingLabel } from '../../../src/importer/heading-label.ts';
import { findHeadings } from '../../../src/importer/headings.ts';
import { nestItems, readItemStatements, splitRunOnList } from '../../../src/importer/item-tree.ts';
import { readLeadIns } from '../../../src/importer/lead-ins.ts';
import { restoreLostBullets } from '../../../src/importer/lost-bullets.ts';
import type { Block } from '../../../src/importer/outline.ts';
import { readInlineText } from '../../../src/importer/readers/markdown/inline-text.ts';
import { readListMarker } from '../../../src/importer/readers/list-marker.ts';
import { readMarkdown } from '../../../src/importer/readers/markdown/read-markdown.ts';
import { isPageNumber, toRepeatKey } from '../../../src/importer/repeated-lines.ts';
import { buildSections, type Section } from '../../../src/importer/sections.ts';
import { findSentences } from '../../../src/importer/sentences.ts';
import { readTable } from '../../../src/importer/table-statements.ts';
import { isAvoidance, isDuty, isExplainer, isGroupHeading, isLeadIn, readDutyHolder, readLabelledStart, readNamingStem } from '../../../src/importer/vocabulary.ts';

const inline = (text: string) => readInlineText([{ number: 1, start: 0, text }]);
const blocksOf = (text: string) => [...readMarkdown(text).blocks];
const describeBlock = (block: Block) => `${block.type}: ${block.type === 'table' ? block.rows.length : block.content.text}`;
const sentences = (text: string) => findSentences(text).map(({ from, to }) => text.slice(from, to));

describe('sentences', () => {
  test.each([
    ['We ring. We visit.', ['We ring.', 'We visit.']],
    ['We ring (e.g. at noon) and visit. Then we write.', ['We ring (e.g. at noon) and visit.', 'Then we write.']],
    ['As Dr. Amin and J. Smith say, listen. Always.', ['As Dr. Amin and J. Smith say, listen.', 'Always.']],
    ['See p.19 and No. 4. We act.', ['See p.19 and No. 4.', 'We act.']],
    ['We ask ‘what would I want?’ Always listen.', ['We ask ‘what would I want?’', 'Always listen.']],
    ['We ask ‘what next?’ and act on it.', ['We ask ‘what next?’ and act on it.']],
    ['Within 2.5 hours... or less. Good.', ['Within 2.5 hours... or less.', 'Good.']],
    ['Visits are timely.We will record them.', ['Visits are timely.', 'We will record them.']],
    ['Look at www.example.org for more. Then ring.', ['Look at www.example.org for more.', 'Then ring.']],
    ['no full stop', ['no full stop']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe('words without their marks', () => {
  test.each([
    ['**bold** and *italic* and __both__', 'bold and italic and both'],
    ['**Label **text after a slip', 'Label text after a slip'],
    ['5 * 3 is not *emphasis*', '5 * 3 is not emphasis'],
    ['snake_case_name stays', 'snake_case_name stays'],
    ['escaped \\* star \\(once\\)', 'escaped * star (once)'],
    ['`a *b*` and ``c ` d``', 'a *b* and c ` d'],
    ['[words](http://x.org/a_(b)) and [sic]', 'words and [sic]'],
    ['<https://example.org/> <b>x</b><br>y < 5', 'https://example.org/ x y < 5'],
    ['a&nbsp;&amp;&#8217;&unknown; b', 'a &’&unknown; b'],
    ['note[^1] here <!-- hidden --> end', 'note here end'],
    ['![picture](a.png) after', 'after'],
    ['***all three*** ~~gone~~', 'all three gone'],
  ])('%s', (source, text) => expect(inline(source).text).toBe(text));

  test('every unit knows where it was written', () => {
    const source = '**We** ring &amp; visit';
    const { text, starts, ends, strong } = inline(source);
    expect(source.slice(starts[0], ends[1])).toBe('We');
    expect(source.slice(starts[text.indexOf('&')], ends[text.indexOf('&')])).toBe('&amp;');
    expect(strong).toEqual([{ from: 0, to: 2 }]);
  });
});

describe('list marks', () => {
  test.each([
    ['- a', 'bullet', ''], ['• a', 'bullet', ''], ['•a', 'bullet', ''], ['\\- a', 'bullet', ''], ['– a', 'bullet', ''], ['1. a', 'number', '1'], ['1\\. a', 'number', '1'], ['(12) a', 'number', '12'], ['1.2 a', 'number', '1.2'],
    ['a) a', 'letter', 'a'], ['(b) a', 'letter', 'b'], ['ii. a', 'roman', 'ii'], ['(iv) a', 'roman', 'iv'], ['- 2. **L** a', 'number', '2'], ['**3.** a', 'number', '3'], ['- [ ] a', 'bullet', ''],
  ])('%s', (line, kind, value) => expect(readListMarker(line)?.marker).toEqual({ kind, value }));

  test.each(['-a', '**bold** text', '2024 was', 'A. Smith said', 'I am', '1.5million', 'e.g. this'])('%s is text', (line) => expect(readListMarker(line)).toBeUndefined());
});

describe('blocks of a text', () => {
  test('wrapped prose is one paragraph and lines broken on purpose are several', () => {
    expect(blocksOf('We visit every child at home within seven days of the plan\nbeing agreed and we speak to them alone.').map(describeBlock)).toHaveLength(1);
    expect(blocksOf('We will ring within a week\nWe will visit within a month\nWe will answer any call within two working days').map(describeBlock)).toHaveLength(3);
  });

  test('a heading is marked by # or by a line under it', () => {
    expect(blocksOf('## One ##\n\nTwo\n---\n\nThree\n===').map((block) => (block.type === 'heading' ? [block.content.text, block.level] : block.type))).toEqual([['One', 2], ['Two', 2], ['Three', 1]]);
  });

  test('items keep their depth, and a slip of one column is no level', () => {
    expect(blocksOf('- a\n  - b\n    - c\n- d\n - e').map((block) => block.depth)).toEqual([0, 1, 2, 0, 0]);
  });

  test('a table is read from pipes, tabs and HTML', () => {
    for (const table of ['| a | b |\n|---|---|\n| c | d |', 'a\tb\nc\td', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>']) expect(blocksOf(table).map(describeBlock)).toEqual(['table: 2']);
  });

  test('code, footnotes, pictures and front matter are set aside', () => {
    const blocks = blocksOf('---\ntitle: T\n---\n\n```\ncode\n```\n\n![plan](a.png)\n\n[^1]: note');
    expect(blocks.map((block) => (block.type === 'aside' ? block.reason : block.type))).toEqual(['front matter of the file', 'code', 'picture (its description)', 'footnote']);
  });

  test('a definition takes the line above as its term', () => {
    expect(blocksOf('Care\n: We knock.\n: We wait.').map((block) => (block.type === 'definition' ? [block.term.text, block.content.text] : block.type))).toEqual([['Care', 'We knock.'], ['Care', 'We wait.']]);
  });
});

describe('page furniture', () => {
  test.each(['7', 'Page 3 of 12', '- 4 -', '3 | Page', '[5]'])('%s is a page number', (text) => expect(isPageNumber(text)).toBe(true));
  test.each(['2023', '1 guiding principle', 'Standard 4'])('%s is no page number', (text) => expect(isPageNumber(text)).toBe(false));

  test('the same footer has one key on every page, and numbered headings have none', () => {
    expect(toRepeatKey('Moorvale Standards  3')).toBe(toRepeatKey('Moorvale Standards  14'));
    expect(toRepeatKey('Standard 2')).toBeUndefined();
  });

  test('a line on every page goes, a sub-heading under every standard stays', () => {
    const footers = blocksOf('Our Care Guide\n\n# A\n\n- x y\n\nBetter Together Every Day\n\n# B\n\nBetter Together Every Day\n\n# C\n\n- z\n\nBetter Together Every Day');
    expect(removeFurniture(footers).leftOut.map(({ block }) => describeBlock(block))).toEqual(Array(3).fill('paragraph: Better Together Every Day'));
    const groups = blocksOf('# A\n\nBest practice is:\n\n- x\n\n# B\n\nBest practice is:\n\n- y\n\n# C\n\nBest practice is:\n\n- z');
    expect(removeFurniture(groups).leftOut).toEqual([]);
  });

  test('a sentence cut by a page break is joined, two sentences are not', () => {
    expect(rejoinBrokenSentences(blocksOf('If we cannot deliver what we have\n\nagreed to do, we say so.')).map(describeBlock)).toEqual(['paragraph: If we cannot deliver what we have agreed to do, we say so.']);
    expect(rejoinBrokenSentences(blocksOf('We say so.\n\nAgreed plans are kept.'))).toHaveLength(2);
  });
});

describe('tables of contents', () => {
  test('lines with dot leaders go', () => {
    expect(removeContents(blocksOf('Relationships . . . . . 9\n\nText about it.')).blocks.map(describeBlock)).toEqual(['paragraph: Text about it.']);
  });

  test('a list of the document’s own headings goes', () => {
    expect(removeContents(blocksOf('- Care\n- Courage\n\n# Care\n\n- We knock.\n\n# Courage\n\n- We speak up.')).leftOut).toHaveLength(2);
  });

  test('a list of statements stays', () => {
    expect(removeContents(blocksOf('# Care\n\n- We knock.\n- We wait.')).leftOut).toEqual([]);
  });
});

describe('headings that nothing marks', () => {
  const evidences = (text: string) => findHeadings(restoreLostBullets(blocksOf(text))).map((block) => (block.type === 'heading' ? block.evidence : block.type));

  test.each([
    ['Standard 3: Assessment\n\n- a', ['labelled', 'item']],
    ['**Care**\n\n- a', ['bold', 'item']],
    ['CARE AND COURAGE\n\n- a', ['capitals', 'item']],
    ['Care\n\n- a', ['bare', 'item']],
    ['1. Care\n\nWe knock at every door.\n\n2. Courage\n\nWe speak up in every room.', ['numbered', 'paragraph', 'numbered', 'paragraph']],
    ['We will knock at each door.\n\n- a', ['paragraph', 'item']],
    ['Foster carers will:\n\n- a', ['paragraph', 'item']],
    ['“Nothing about us without us”\n\n- a', ['paragraph', 'item']],
  ])('%s', (text, expected) => expect(evidences(text)).toEqual(expected));

  test('bare lines after a lead-in are items', () => {
    expect(evidences('We will:\nring within a week\nvisit within a month, or sooner if asked')).toEqual(['paragraph', 'item', 'item']);
  });

  test('a timeline after a colon is no list of statements', () => {
    expect(evidences('How we came here to this place today:\n\nMay 2021 Launch of the new teams in the north\n\nJune 2022 Training for all staff of the service')).not.toContain('item');
  });

  test.each([['Standard 3: Assessment', 'Assessment', '3'], ['1.2 Visits', 'Visits', '1.2'], ['Principle 4 – Play', 'Play', '4'], ['Outcome 1', 'Outcome 1', '1'], ['Best practice is:', 'Best practice is', undefined]])('%s has its label and number', (text, label, number) => {
    const [block] = blocksOf(`# ${text}`);
    if (block?.type !== 'heading') throw new Error('no heading');
    const found = readHeadingLabel(block);
    expect([found.label.text, found.number]).toEqual([label, number]);
  });
});

describe('the tree of sections', () => {
  const outline = (section: Section): unknown[] => section.children.map((child) => (child.children.length > 0 ? [child.label?.label.text, outline(child)] : child.label?.label.text));
  const tree = (text: string) => outline(buildSections(findHeadings(blocksOf(text))));

  test('marked levels nest', () => expect(tree('# A\n\n## B\n\n### C\n\n## D')).toEqual([['A', [['B', ['C']], 'D']]]));
  test('numbers of one level nest by their depth', () => expect(tree('## 1. A\n\n## 1.1 B\n\n## 2. C')).toEqual([['A', ['B']], 'C']));
  test('a number on a line of its own takes the next line as its name', () => expect(tree('STANDARD 1\n\nAssessment\n\n- a')).toEqual(['Assessment']));
  test('a heading that lost its level goes on with the section in capitals before it', () => {
    expect(tree('## ONE THING\n\n- a\n\n## TWO THINGS\n\n- a\n\n## HOW WE KNOW:\n\n### Children\n\n- a\n\n## Families\n\n- a\n\n## THE REST\n\n- a')).toEqual(['ONE THING', 'TWO THINGS', ['HOW WE KNOW', ['Children', 'Families']], 'THE REST']);
  });
});

describe('lists', () => {
  const statements = (text: string) => readItemStatements(nestItems(blocksOf(text).filter((block) => block.type === 'item' || block.type === 'paragraph')), []).map(({ quote, stems }) => [...stems.map((stem) => stem.text), quote.text].join(' | '));

  test('sub-items fold into a sentence and hang on a lead-in', () => {
    expect(statements('- We ring families\n  - before a visit\n- Before a visit we:\n  - read\n  - plan')).toEqual(['We ring families before a visit', 'Before a visit we: | read', 'Before a visit we: | plan']);
  });

  test('marks nest where indentation is lost', () => {
    expect(statements('1. The chair will:\na) start on time\nb) end on time\n2. Minutes go out.')).toEqual(['The chair will: | start on time', 'The chair will: | end on time', 'Minutes go out.']);
  });

  test('a list written on in one line is taken apart', () => {
    expect(splitRunOnList(inline('The nurse will: a) knock; b) wait; c) ask.'))?.items.map(({ content }) => content.text)).toEqual(['knock;', 'wait;', 'ask.']);
    expect(splitRunOnList(inline('• one • two'))?.items).toHaveLength(2);
    expect(splitRunOnList(inline('see option (b) of the plan'))).toBeUndefined();
  });

  test('names are read where most members of a run have one, and cut from the one that lost its mark', () => {
    const run = ['**Care** We will knock.', 'Courage and candour We will speak up.', '**Play** – We will make time.', '**Hope:** We will dream.'];
    expect(readLeadIns(run.map(inline))?.map((leadIn) => leadIn?.label.text)).toEqual(['Care', 'Courage and candour', 'Play', 'Hope']);
    expect(readLeadIns(['Care: we knock', 'Play: we make time'].map(inline))?.map((leadIn) => leadIn?.content.text)).toEqual(['we knock', 'we make time']);
    expect(readLeadIns(['We knock at doors - always.', 'We make time.'].map(inline))).toBeUndefined();
  });
});

describe('tables', () => {
  const read = (text: string) => {
    const [table] = blocksOf(text);
    if (table?.type !== 'table') throw new Error('no table');
    const { entries, statements } = readTable(table);
    return { entries: entries.map(({ label, statements: rows }) => [label.text, ...rows.map(({ quote }) => quote.text)]), statements: statements.map(({ quote, stem }) => (stem ? `${stem.text} | ${quote.text}` : quote.text)) };
  };

  test('columns of numbers, evidence and responsibility are left out', () => {
    expect(read('| Ref | Standard | Evidence |\n|---|---|---|\n| 1 | Every child is seen alone. | Case note |\n| 2 | Plans are shared with families. | Plan |')).toEqual({ entries: [], statements: ['Every child is seen alone.', 'Plans are shared with families.'] });
  });

  test('a column of names makes entries, and an empty name goes on with the last', () => {
    expect(read('| Value | What it looks like |\n|---|---|\n| Care | We knock. We wait. |\n| | We ask. |').entries).toEqual([['Care', 'We knock.', 'We wait.', 'We ask.']]);
  });

  test('two columns of statements keep their headings', () => {
    expect(read('| We will | We will not |\n|---|---|\n| answer within two days | promise what we can’t do |').statements).toEqual(['We will | answer within two days', 'We will not | promise what we can’t do']);
  });

  test('rows of names above rows of prose are read column by column', () => {
    expect(read('Care\tPlay\nWe knock at every door before we go in.\tWe make time for play on every single day.').entries.map(([label]) => label)).toEqual(['Care', 'Play']);
  });
});

describe('the words of the genre', () => {
  test.each(['Introduction', '1. Background', 'FOREWORD – BY THE DIRECTOR', 'Where do we go from here?', 'Other resources', 'What are Practice Standards?', 'Why this matters', 'Our journey so far...', 'How to use this guide'])('%s is about the document', (label) => expect(isExplainer(label)).toBe(true));
  test.each(['Information sharing', 'Purposeful', 'Contact with family', 'Evidence-based practice', 'Welcome and belonging', 'How we know our work is at its best', 'Standard 1: Introduction to families', 'Consultation with children', 'When we meet a family', 'Closing cases'])('%s is practice', (label) => expect(isExplainer(label)).toBe(false));
  test.each(['Best Practice is:', 'What good looks like', 'We will', 'Behaviours', 'Our guiding principles and values,', 'What to avoid'])('%s is a heading that standards repeat', (label) => expect(isGroupHeading(label)).toBe(true));
  test.each(['Partnership', 'Timely visits'])('%s is not', (label) => expect(isGroupHeading(label)).toBe(false));
  test.each(['Not:', 'Avoid', 'Don’t:', 'We will not:', 'What we don’t do', 'Foster carers must never:', 'Poor practice'])('%s names what to avoid', (stem) => expect(isAvoidance(stem)).toBe(true));
  test.each(['We will:', 'Nothing about us', 'Note:', 'We avoid delay by:'])('%s does not', (stem) => expect(isAvoidance(stem)).toBe(false));
  test.each(['Foster carers will:', 'We do this by:', 'As leaders, we believe:'])('%s begins a sentence', (stem) => expect(isLeadIn(stem)).toBe(true));
  test.each(['Communication:', 'During the visit we see the bedroom'])('%s does not', (stem) => expect(isLeadIn(stem)).toBe(false));
  test.each([['Foster carers will:', 'Foster carers'], ['The fostering service must', 'The fostering service'], ['Team managers and practitioners should ring.', 'Team managers and practitioners'], ['We will:', undefined], ['The journey of children through our service will be calm.', undefined]])('%s → %s', (text, holder) => expect(readDutyHolder(text)).toBe(holder));
  test.each([['Our guiding principles are:', 'Our guiding principles'], ['The principles of our practice framework are:', 'The principles of our practice framework'], ['Our managers are:', undefined]])('%s names %s', (stem, label) => expect(readNamingStem(stem)).toBe(label));
  test.each([['Standard 3: Assessment', '3'], ['OUTCOME 1', '1'], ['Principle Two – Play', 'Two'], ['Theme A: Talk', 'A']])('%s is numbered %s', (text, number) => expect(readLabelledStart(text)?.number).toBe(number));
  test.each(['Standard 3 applies to all carers.', 'Standards matter', 'Outcome measures'])('%s is not numbered', (text) => expect(readLabelledStart(text)).toBeUndefined());
  test.each(['We will ring.', 'Social workers must visit.', 'We listen to children.', 'Listening to families'])('%s is a duty', (text) => expect(isDuty(text)).toBe(true));
  test.each(['This framework will be reviewed.', 'Will you ring?', 'Culture is persistent.'])('%s is none', (text) => expect(isDuty(text)).toBe(false));
});

test('a second element of the same name gets its kind appended, or a number', () => {
  expect(assignElementIds([{ label: 'Partnership', kind: 'standard' }, { label: 'PARTNERSHIP', kind: 'quality-indicator' }, { label: 'Partnership', kind: 'standard' }])).toEqual(['partnership', 'partnership-quality-indicator', 'partnership-2']);
});
