import { describe, expect, test } from 'vitest';
import { listFirstLooks } from '../../../src/importer/first-looks.ts';
import { writeReviewSheet } from '../../../src/importer/review-sheet.ts';
import { importText } from './import-text.ts';

const read = (text: string) => importText({ bytes: new TextEncoder().encode(text), fileName: 'our-practice.md' });

/** How sure the importer is of every element and statement, with the last of its reasons. */
function judge(text: string): string[] {
  const { framework, review } = read(text);
  return framework.elements.flatMap(({ label, statements }, at) => [
    `${label}: ${review[at]?.confidence.level}, ${review[at]?.confidence.reasons.at(-1)}`,
    ...statements.map((statement, index) => `  ${statement.text}: ${review[at]?.statements[index]?.confidence.level}, ${review[at]?.statements[index]?.confidence.reasons.at(-1)}`),
  ]);
}

describe('how sure the importer is', () => {
  test('is most where the document marks what it says', () => {
    expect(judge('# Our standards\n\n## Care\n\n- We knock.\n- We wait.')).toEqual(['Care: sure, a heading of the document', '  We knock.: likely, very short', '  We wait.: likely, very short']);
  });
  test('is less where a heading has to be guessed', () => {
    expect(judge('Our practice\n\nCare\n\n- We knock first.\n- We wait outside.')[0]).toBe('Care: likely, a short line of its own, which the document doesn’t mark as a heading');
  });
  test('is less for a sentence that explains, and for one that breaks off', () => {
    expect(judge('# Our standards\n\n## Care\n\nWe will ring every family. Families tell stories over years. We will sit with the')).toEqual([
      'Care: sure, a heading of the document', '  We will ring every family.: sure, a sentence that says what people do', '  Families tell stories over years.: unsure, a sentence that may explain rather than ask', '  We will sit with the: unsure, it breaks off in the middle of a sentence',
    ]);
  });
  test('is less for what the document says twice', () => {
    expect(judge('# Our standards\n\n## Care\n\n- We ring every family.\n- We sit down first.\n\n## Hope\n\n- We ring every family.\n- We plan small steps.')[1]).toBe('  We ring every family.: likely, the document says it more than once');
  });
  test('is least where an element has no name in the document', () => {
    expect(judge('- We ring every family.\n- We sit down first.')[0]).toBe('Our practice: unsure, the document has no heading, so the element is named after the file');
  });
});

test('what to look at first comes once, least sure first after the doubts', () => {
  const looks = listFirstLooks(read('# Our standards\n\nHope\n\nWe will plan small steps. We will say what works.\n\n## Care\n\nWe will ring every family. Families tell stories over years. We will sit with the'));
  expect(looks.map(({ text }) => text)).toEqual(['Hope', 'We will sit with the', 'Families tell stories over years.']);
});

test('the review sheet shows imported words as code, so that nothing in them is read as Markdown', () => {
  const sheet = writeReviewSheet(read('# Our standards\n\n## Care [link](javascript:x)\n\n- We knock `twice` and **wait**.\n- We <b>ring</b> every family first.'), ['## Changes\n\n- One']);
  expect(sheet).toContain('- `` We ring every family first. `` (line 6, sure: an item of a list)');
  expect(sheet).not.toMatch(/^(?!.*``).*(?:javascript|twice)/m);
  expect(sheet.indexOf('## Changes')).toBeLessThan(sheet.indexOf('## Taken'));
});
