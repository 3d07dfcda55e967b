import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { copyFramework } from './copy-framework.ts';

const WORK = 'tests/.work/bad-input';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
const FRAMEWORK = join(CONTENT, 'frameworks/rotherham-practice-standards');

/** Runs a command of the README as people do. */
function run(script: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('node', [`scripts/${script}.ts`, ...args], { encoding: 'utf8', env: { ...process.env, ACADEMY_CONTENT: CONTENT, ACADEMY_OUT: SITE } });
  return { status, output: stdout + stderr };
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(CONTENT, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `nothing to change in ${file}`).not.toBe(before);
  writeFileSync(path, after);
}

beforeEach(() => {
  rmSync(WORK, { recursive: true, force: true });
  copyFramework('rotherham-practice-standards', CONTENT);
});

afterAll(() => rmSync(WORK, { recursive: true, force: true }));

describe('one clear error, with its place and what to do, and an exit code that is not 0', () => {
  test('content in order passes, so that what follows fails for its own reason', () => {
    expect(run('check', '--content', CONTENT)).toMatchObject({ status: 0 });
  });

  test('a scenario whose next points nowhere', () => {
    edit('scenarios/late-on-his-birthday.yaml', /^(\s+next: )\S+$/m, '$1nowhere-at-all');
    const { status, output } = run('check', '--content', CONTENT);
    expect(status).toBe(1);
    expect(output).toMatch(/late-on-his-birthday\.yaml\n {2}\d+:\d+ {2}error .*"nowhere-at-all"/);
    expect(output).toContain('What to do:');
  });

  test('a module that names no element', () => {
    cpSync(join(FRAMEWORK, 'modules/timely-intervention.mdx'), join(FRAMEWORK, 'modules/no-such-element.mdx'));
    edit('frameworks/rotherham-practice-standards/modules/no-such-element.mdx', 'element: timely-intervention', 'element: no-such-element');
    const { status, output } = run('check', '--content', CONTENT);
    expect(status).toBe(1);
    expect(output).toMatch(/no-such-element\.mdx\n {2}\d+:\d+ {2}error/);
  });

  test('broken YAML', () => {
    edit('scenarios/late-on-his-birthday.yaml', /^title: .*$/m, 'title: Late: on his birthday');
    const { status, output } = run('check', '--content', CONTENT);
    expect(status).toBe(1);
    expect(output).toMatch(/late-on-his-birthday\.yaml\n {2}1:\d+ {2}error .*not valid YAML/);
  });

  test('an unknown framework id', () => {
    const { status, output } = run('generate', 'rotherham-practice-standard', '--content', CONTENT);
    expect(status).toBe(1);
    expect(output).toContain('There is no framework "rotherham-practice-standard"');
    expect(output).toContain('rotherham-practice-standards');
  });

  test('a build of broken content stops before it touches the site that is there', () => {
    mkdirSync(SITE, { recursive: true });
    writeFileSync(join(SITE, 'index.html'), 'the site of yesterday');
    edit('scenarios/late-on-his-birthday.yaml', /^(\s+next: )\S+$/m, '$1nowhere-at-all');
    const { status, output } = run('build');
    expect(status).toBe(1);
    expect(output).toContain('nowhere-at-all');
    expect(output).toMatch(/late-on-his-birthday\.yaml:\d+:\d+/);
    expect(output).not.toContain('    at ');
    expect(readFileSync(join(SITE, 'index.html'), 'utf8')).toBe('the site of yesterday');
  });
});

describe('importing a document that can’t be used', () => {
  const CASES: [name: string, file: string, bytes: Buffer | undefined, said: RegExp][] = [
    ['a missing one', 'missing.md', undefined, /missing\.md/],
    ['an empty one', 'empty.md', Buffer.alloc(0), /empty/i],
    ['a binary one', 'binary.md', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 255, 254, 0, 1]), /binary\.md/],
    ['an over-large one', 'large.md', Buffer.from('We will listen to children.\n'.repeat(100_000)), /large/i],
  ];

  test.each(CASES)('%s is refused with its name and what to do, and the framework that is there stays', (_, file, bytes, said) => {
    const path = join(WORK, file);
    if (bytes) writeFileSync(path, bytes);
    const before = readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8');
    const { status, output } = run('import', path, '--content', CONTENT, '--id', 'rotherham-practice-standards');
    expect(status).toBe(1);
    expect(output).toMatch(said);
    expect(output).toContain('What to do:');
    expect(output).not.toContain('    at ');
    expect(readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(FRAMEWORK, 'modules/timely-intervention.mdx'))).toBe(true);
  });

  test('a good one does not write over a framework that people have reviewed', () => {
    const before = readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8');
    const { status, output } = run('import', join(FRAMEWORK, 'source/rotherham-practice-standards.md'), '--content', CONTENT);
    expect([status, output]).toEqual([0, expect.stringContaining('Nothing was written')]);
    expect(readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8')).toBe(before);
  });

  test('the next edition is not written where nobody can be asked', () => {
    const before = readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8');
    const edited = join(CONTENT, 'rotherham-practice-standards.md');
    writeFileSync(edited, readFileSync(join(FRAMEWORK, 'source/rotherham-practice-standards.md'), 'utf8').replace('We will listen to children', 'We will always listen to children'));
    const { status, output } = run('import', edited, '--content', CONTENT);
    rmSync(edited);
    expect([status, output]).toEqual([1, expect.stringContaining('--yes')]);
    expect(readFileSync(join(FRAMEWORK, 'framework.yaml'), 'utf8')).toBe(before);
  });
});

test.each(['import', 'generate', 'check', 'build', 'dev', 'preview', 'start', 'test', 'bench', 'screenshots'])('npm run %s -- --help says what it does', (script) => {
  const { status, output } = run(script, '--help');
  expect(status).toBe(0);
  expect(output).toContain('npm');
});
