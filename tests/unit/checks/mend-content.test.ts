import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyFixes, type Fix } from '../../../src/checks/fix.ts';
import { formatMended, mendContent } from '../../../src/checks/mend-content.ts';
import { copyContent, TODAY } from './edited-content.ts';
import { DEBRIEF, LATE, LISTEN } from './find-in-text.ts';

const mend = (folder: string) => mendContent(folder, { today: TODAY });

describe('fixes of a text', () => {
  const text = 'one two three four';
  const fix = (before: string, after: string): Fix => ({ start: text.indexOf(before), end: text.indexOf(before) + before.length, before, after });

  test('are made together, whatever their order', () => {
    expect(applyFixes(text, [fix('three', '3'), fix('one', 'a first')]).text).toBe('a first two 3 four');
  });

  test('that overlap, or whose words are no longer there, are left', () => {
    expect(applyFixes(text, [fix('one two', 'x'), fix('two', 'y')])).toEqual({ text: 'x three four', applied: [fix('one two', 'x')] });
    expect(applyFixes(text, [{ start: 0, end: 3, before: 'uno', after: 'x' }])).toEqual({ text, applied: [] });
  });

  test('leave all that stands between them as it was', () => {
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), cuts, (whole, wanted) => {
        const fixes = wanted.map(([start, length, after]): Fix => ({ start, end: start + length, before: whole.slice(start, start + length), after }));
        const { text: fixed, applied } = applyFixes(whole, fixes);
        let rest = fixed;
        let reached = 0;
        for (const { start, end, after } of applied) {
          const kept = whole.slice(reached, start) + after;
          expect(rest.startsWith(kept)).toBe(true);
          rest = rest.slice(kept.length);
          reached = end;
        }
        expect(rest).toBe(whole.slice(reached));
      }),
    );
  });
});

test('slips are mended in scenarios and modules, and told', async () => {
  const folder = await copyContent([LATE, DEBRIEF, 'debrief: >- # Keep this note.\n  We utilise a ICPC at the the door.\n  A apple is here.'], [LISTEN, 'Ask before you plan.', 'Ask **an friend** before you you plan.']);
  const mended = await mend(folder);
  expect(formatMended(mended).replaceAll(folder, 'content')).toMatchInlineSnapshot(`
    "Mended 7 places:
      content/frameworks/elm-practice/modules/we-listen.mdx:34  "an" is now "a"  (indefinite-article)
      content/frameworks/elm-practice/modules/we-listen.mdx:34  "you you" is now "you"  (repeated-word)
      content/scenarios/the-late-visit.yaml:63  "utilise" is now "use"  (jargon)
      content/scenarios/the-late-visit.yaml:63  "ICPC" is now "initial child protection conference (ICPC)"  (unexplained-abbreviation)
      content/scenarios/the-late-visit.yaml:63  "the the" is now "the"  (repeated-word)
      content/scenarios/the-late-visit.yaml:64  "A" is now "An"  (indefinite-article)
      content/scenarios/the-late-visit.yaml:63  "a" is now "an"  (indefinite-article)"
  `);
  expect(await readFile(path.join(folder, LATE), 'utf8')).toContain('debrief: >- # Keep this note.\n  We use an initial child protection conference (ICPC) at the door.\n  An apple is here.\n');
  expect(await readFile(path.join(folder, LISTEN), 'utf8')).toContain('Ask **a friend** before you plan.');
});

test('a second run changes nothing, and no draft is left', async () => {
  const folder = await copyContent([LATE, DEBRIEF, 'debrief: It is a ICPC and and a apple.']);
  await mend(folder);
  const after = await readFile(path.join(folder, LATE), 'utf8');
  expect(await mend(folder)).toEqual([]);
  expect(await readFile(path.join(folder, LATE), 'utf8')).toBe(after);
  expect(await readdir(path.join(folder, 'scenarios'))).toEqual(['the-late-visit.yaml', 'the-quiet-boy.yaml']);
});

test('line ends, the byte order mark and the rights to a file stay', async () => {
  const folder = await copyContent([LATE, DEBRIEF, 'debrief: It is a apple, and it can be mended.']);
  const file = path.join(folder, LATE);
  await writeFile(file, `\uFEFF${(await readFile(file, 'utf8')).replaceAll('\n', '\r\n')}`);
  const before = await readFile(file, 'utf8');
  await chmod(file, 0o640);
  await mend(folder);
  expect(await readFile(file, 'utf8')).toBe(before.replace('a apple', 'an apple'));
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test('words that YAML folds or escapes are told of and not touched', async () => {
  const folder = await copyContent([LATE, DEBRIEF, 'debrief: >-\n  He waits at the\n  the door, and it can be mended.']);
  expect(await mend(folder)).toEqual([]);
});

test('what is mended parses to the same data, but for the words that were mended', async () => {
  const slips = [['the the', 'the'], ['a apple', 'an apple'], ['an friend', 'a friend'], ['utilise', 'use'], ['prior to', 'before']] as const;
  const plain = fc.constantFrom("isn't", '"yes,"', 'Dylan', '(so)', 'says: no', '– and', 'café', '#1', 'waits');
  const part = fc.oneof(plain.map((word) => [word, word] as const), fc.constantFrom(...slips));
  const style = fc.constantFrom((text: string) => JSON.stringify(text), (text: string) => `'${text.replaceAll("'", "''")}'`, (text: string) => `>-\n  ${text}`, (text: string) => `|\n  ${text}`);
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), style, async (parts, write) => {
      const join = (side: 0 | 1) => `Here it begins, ${parts.map((pair) => pair[side]).join(' or ')}, and it ends.`;
      const folder = await copyContent([LATE, DEBRIEF, `debrief: ${write(join(0))} `]);
      const file = path.join(folder, LATE);
      const before = parse(await readFile(file, 'utf8')) as { debrief: string };
      await mend(folder);
      expect(parse(await readFile(file, 'utf8'))).toEqual({ ...before, debrief: before.debrief.replace(join(0).trim(), join(1).trim()) });
    }),
    { numRuns: 25 },
  );
});
