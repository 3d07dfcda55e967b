import { describe, expect, test } from 'vitest';
import { isQuotedFrom } from '../../../src/framework/quotation.ts';

/** A statement whose place is where `slice` stands in `document`. */
function quote(document: string, slice: string, text: string) {
  const start = document.indexOf(slice);
  return isQuotedFrom(document, { text, source: { line: 1, start, end: start + slice.length } });
}

describe('isQuotedFrom', () => {
  test.each([
    ['plain words', 'We listen.', 'We listen.'],
    ['bold and italics', '**We** *listen* to __all__.', 'We listen to all.'],
    ['a link', 'See [the plan](https://example.org/a_(b)) first.', 'See the plan first.'],
    ['an escaped mark', 'Within 5 days\\.', 'Within 5 days.'],
    ['entities and tags', 'Ask &amp; listen<br/>every <b>time</b>', 'Ask & listen every time'],
    ['a line break', 'We listen\n  to children.', 'We listen to children.'],
    ['a folded sub-list', 'We ring\n  - the parent\n  - the school', 'We ring the parent the school'],
    ['half a bold pair', 'listen** to all', 'listen to all'],
    ['a footnote mark', 'We listen[^1] well', 'We listen well'],
    ['a tag that is text', 'We write <b> in bold', 'We write <b> in bold'],
    ['an address that the place ends in', 'See <https://example.org/', 'See https://example.org/'],
    ['a list that is written on in one line', 'We (i) ring and (ii) visit', 'We ring and visit'],
    ['a number in half a bold pair', 'We ring\n  **3. the parent', 'We ring the parent'],
    ['a comment', 'We ring <!-- <b>never --> back', 'We ring back'],
  ])('accepts %s', (_, slice, text) => {
    expect(quote(`before ${slice} after`, slice, text)).toBe(true);
  });

  test('accepts a sentence that a page’s footer cuts in two', () => {
    const slice = 'We write down what\n\nMoorvale Standards 3\n\nthe child said.';
    expect(quote(slice, slice, 'We write down what the child said.')).toBe(true);
  });

  test.each([
    ['a changed word', 'We listen to children.', 'We listen to families.'],
    ['a mended slip', 'We listen with to families', 'We listen to families'],
    ['words joined', 'service will', 'servicewill'],
    ['words left out inside a line', 'We always listen', 'We listen'],
    ['a first line left out', 'We ring\nthe parent', 'the parent'],
    ['a last line left out', 'We ring\nthe parent', 'We ring'],
    ['nothing at all', 'We ring', ''],
  ])('refuses %s', (_, slice, text) => {
    expect(quote(slice, slice, text)).toBe(false);
  });

  test('refuses a place outside the document', () => {
    expect(isQuotedFrom('We ring', { text: 'We ring', source: { line: 1, start: 0, end: 99 } })).toBe(false);
    expect(isQuotedFrom('We ring', { text: 'We ring', source: { line: 1, start: 7, end: 7 } })).toBe(false);
  });
});
