import { expect, test } from 'vitest';
import { guardContent } from '../../../src/checks/guard-content.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { copyContent, WHOLE } from './edited-content.ts';

/** Runs the guard as the site generator does before it loads anything. */
async function guard(folder: string, command = 'build'): Promise<string[]> {
  const warnings: string[] = [];
  await guardContent(folder).hooks['astro:config:setup']({ command, logger: { warn: (message) => void warnings.push(message) } });
  return warnings;
}

test('content in which nothing is wrong is built', async () => expect(await guard(WHOLE)).toEqual([]));

test('a module with code in it stops the build before it is loaded', async () => {
  const folder = await copyContent(['frameworks/elm-practice/modules/we-listen.mdx', 'Ask before you plan.', 'export const a = process.exit();']);
  await expect(guard(folder)).rejects.toThrow(ContentError);
  await expect(guard(folder, 'dev')).rejects.toThrow('is run as code');
});

test('a warning is counted and stops nothing', async () => {
  const folder = await copyContent(['scenarios/the-late-visit.yaml', 'reviewBy: 2031-01-31', 'reviewBy: 2020-01-31']);
  expect(await guard(folder)).toEqual(['There is 1 warning about the content; "npm run check" shows it.']);
});

test('a preview looks at what was built, not at content', async () => expect(await guard('no/such/folder', 'preview')).toEqual([]));
