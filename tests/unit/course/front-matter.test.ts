import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/course/front-matter.ts';

const seed = process.env.FC_SEED === undefined ? undefined : Number(process.env.FC_SEED);

test('a file is taken apart at its fences, and line numbers stay true', () => {
  expect(splitFrontMatter('---\ntitle: x\n---\n\nText.\n')).toEqual({ frontMatter: '\ntitle: x', body: '\nText.\n', bodyLine: 4 });
});

test('line ends of Windows are read', () => {
  expect(splitFrontMatter('---\r\ntitle: x\r\n---\r\nText.')).toEqual({ frontMatter: '\ntitle: x', body: 'Text.', bodyLine: 4 });
});

test('wherever we find front matter, Astro finds the same body', () => {
  const piece = fc.constantFrom('---', '+++', '----', '--- x', ' ---', '\n', '\n', '\r\n', 'a: 1', 'b: "c"', 'text', ' ', '\t', '\uFEFF', '...');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const text = `---\n${pieces.join('')}`;
      const ours = splitFrontMatter(text);
      if (!ours) return;
      let theirs: string;
      try {
        theirs = parseFrontmatter(text, { frontmatter: 'remove' }).content;
      } catch {
        return; // Its front matter is no YAML: nothing is built from such a file.
      }
      expect(theirs.replace(/\r\n/g, '\n').trim()).toBe(ours.body.trim());
    }),
    { numRuns: 3_000, ...(seed !== undefined && { seed }) },
  );
});
