import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import * as z from 'zod/mini';
import { FrameworkSchema } from '../../../../src/framework/framework.ts';
import { ContentError } from '../../../../src/framework/problem.ts';
import { ThemesSchema } from '../../../../src/framework/theme.ts';
import { generateModules } from '../../../../src/generator/generate-modules.ts';
import { importInChild, LIMITS } from '../../../../src/importer/isolated/import-in-child.ts';
import { writeReviewSheet } from '../../../../src/importer/review-sheet.ts';

const { themes } = z.parse(ThemesSchema, parse(readFileSync(join(import.meta.dirname, '../../../../content/themes.yaml'), 'utf8')));
const SIZE = 50_000;
const fill = (text: string) => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE);
/** An honest standard, so that what is not refused is imported. */
const STANDARD = '# Our standards\n\n## Care\n\n- We will knock and wait.\n- We will say who we are.\n\n';

/** Shapes that hang or blow up parsers of Markdown; the first 25 follow the kinds that CommonMark's own suite tries. */
const SHAPES: readonly (readonly [name: string, text: string])[] = [
  ['nested strong emphasis', `${'*a **a '.repeat(7_000)}b${' a** a*'.repeat(7_000)}`], ['emphasis closers without openers', fill('a_ ')], ['emphasis openers without closers', fill('_a ')], ['links without openers', fill('a]')], ['links without closers', fill('[a')],
  ['openers that don’t match', fill('*a_ ')], ['commonmark issue 389', fill('*a ') + fill('_a*_ ')], ['openers in multiples of three', `a**b${fill('c* ')}`], ['link openers and emphasis', fill('[ a_')], ['pattern [ (](', fill('[ (](')],
  ['pattern ![[]()', fill('![[]()')], ['hard line breaks of spaces', fill('  x  \n')], ['nested brackets', `${'['.repeat(25_000)}a${']'.repeat(25_000)}`], ['nested block quotes', `${'> '.repeat(25_000)}a`], ['deeply nested lists', Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}* a`).join('\n')],
  ['NUL bytes', 'abc\u0000de\u0000'], ['backticks of every length', Array.from({ length: 300 }, (_, at) => `e${'`'.repeat(at % 60)}`).join(' ')], ['unclosed links <', fill('[a](<b')], ['unclosed links', fill('[a](b')], ['unclosed <!--', `</${fill('<!--')}`],
  ['unclosed <?', fill('<?')], ['unclosed <!X', fill('<!X')], ['unclosed CDATA', fill('<![CDATA[')], ['empty lines in list levels', `${Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}- a\n\n`).join('')}`], ['link reference definitions', Array.from({ length: 3_000 }, (_, at) => `[a${at}]: u\n`).join('')],
  ['short rows under a wide table', `|${' a |'.repeat(48)}\n|${'-|'.repeat(48)}\n${'| x\n'.repeat(6_000)}`], ['100,000 flat items', '- x\n'.repeat(12_000)], ['headings without end', '# a\n'.repeat(12_000)], ['braces', fill('{')], ['import and export', 'import x from "y"\nexport const a = 1\n'.repeat(1_000)],
  ['entities', fill('&#x41;&amp;')], ['footnotes', Array.from({ length: 2_000 }, (_, at) => `a[^${at}]\n\n[^${at}]: b`).join('\n')], ['definitions', 'Term\n: x\n\n'.repeat(4_000)], ['bold names', '**A** – We will do it.\n\n'.repeat(2_000)], ['stems', 'We will:\n\n- do it\n\n'.repeat(2_000)],
];

describe('Markdown that hangs parsers is refused or becomes modules of a size in keeping', () => {
  test.each(SHAPES)('%s', async (_, shape) => {
    const document = `${STANDARD}${shape}\n`;
    try {
      const result = await importInChild({ bytes: new TextEncoder().encode(document), fileName: 'document.md', themes }, { ...LIMITS, milliseconds: LIMITS.milliseconds / 2 });
      const framework = FrameworkSchema.parse(result.framework);
      const modules = generateModules({ framework, themes, scenarios: [], today: '2026-11-27' });
      // A module has a size of its own, whatever its statements hold.
      const written = stringify(result.framework).length + writeReviewSheet(result).length + modules.reduce((sum, { text }) => sum + text.length, 0) - framework.elements.length * 6_000;
      expect(written).toBeLessThanOrEqual(document.length * 20);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      expect(error.problems.every(({ message, hint }) => message !== '' && hint !== '')).toBe(true);
      expect(error.problems.map(({ rule }) => rule)).not.toContain('document-unreadable');
    }
  }, 60_000);
});
