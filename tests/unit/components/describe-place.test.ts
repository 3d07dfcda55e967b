import { describe, expect, test } from 'vitest';
import { describePlace, followWithPlace } from '../../../src/components/quotation/describe-place.ts';

describe('a quotation’s place is told where a reader can find it', () => {
  test.each([
    [{ page: 4 }, 'a.pdf', 'page 4'],
    [{ slide: 2 }, 'a.pptx', 'slide 2'],
    [{ line: 7 }, 'a.md', 'line 7'],
    [{ line: 7 }, 'a.docx', ''],
    [{ line: 7 }, 'a.html', ''],
  ])('%o of %s', (place, source, described) => expect(describePlace({ ...place, start: 0, end: 1 }, { source })).toBe(described));

  test('and follows a name after a comma, or not at all', () => {
    expect([followWithPlace({ page: 4, start: 0, end: 1 }, { source: 'a.pdf' }), followWithPlace({ line: 4, start: 0, end: 1 }, { source: 'a.docx' })]).toEqual([', page 4', '']);
  });
});
