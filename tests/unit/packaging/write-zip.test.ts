import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip } from '../../../src/packaging/write-zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hash = (zip: Uint8Array) => createHash('sha256').update(zip).digest('hex');

test('the order in which files come does not count', () => {
  const [one, two] = [new Map([['b.html', bytes('b')], ['a/é.css', bytes('a')]]), new Map([['a/é.css', bytes('a')], ['b.html', bytes('b')]])];
  expect(hash(writeZip(one))).toBe(hash(writeZip(two)));
});

test('the hour and the zone in which a zip is made do not count', () => {
  const program = "import { writeZip } from './src/packaging/write-zip.ts'; process.stdout.write(Buffer.from(writeZip(new Map([['a.html', new Uint8Array([1, 2, 3])]]))).toString('hex'));";
  const made = ['Europe/London', 'Pacific/Auckland', 'America/St_Johns'].map((zone) => execFileSync('node', ['--input-type=module-typescript', '--eval', program], { encoding: 'utf8', env: { ...process.env, TZ: zone } }));
  expect(new Set(made).size).toBe(1);
});

test('what goes in comes out', () => {
  const files = unzipSync(writeZip(new Map([['index.html', bytes('<p>Words</p>')], ['empty.css', new Uint8Array()]])));
  expect(Object.keys(files)).toEqual(['empty.css', 'index.html']);
  expect(new TextDecoder().decode(files['index.html'])).toBe('<p>Words</p>');
});
