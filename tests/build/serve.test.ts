import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { SITE } from './site-files.ts';

let served: ChildProcess | undefined;
let squatter: Server | undefined;

afterEach(() => {
  served?.kill();
  squatter?.close();
});

/** Starts `npm run preview` and waits until it says where the site is. */
async function serve(port: number): Promise<{ output: string; address: string }> {
  const child = spawn('node', ['scripts/preview.ts', '--port', String(port)], { env: { ...process.env, ACADEMY_OUT: SITE } });
  served = child;
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (bytes: Buffer) => {
      output += bytes.toString();
      const address = /The academy is at (http:\S+)/.exec(output)?.[1];
      if (address) resolve({ output, address });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`It ended early:\n${output}`)));
  });
}

test('the site is served where the command says', async () => {
  const { address } = await serve(4460);
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('What would you do?');
});

test('a taken port is named, and the next free one is used', async () => {
  const taken = createServer();
  squatter = taken;
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const { output, address } = await serve(port);
  expect(output).toContain(`Port ${port} is in use by another program`);
  expect(address).not.toContain(`:${port}/`);
  expect((await fetch(address)).status).toBe(200);
});
