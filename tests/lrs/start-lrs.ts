import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from './install.ts';

/** A statement as an LRS gives it back: what was sent, and what the LRS added. */
export interface StoredStatement {
  id: string;
  timestamp: string;
  stored: string;
  actor: { account?: { homePage: string; name: string } };
  verb: { id: string };
  object: { id: string };
  [property: string]: unknown;
}

/** Learning Locker's statement server (npm `xapi-statements`), xAPI 1.0.3, in memory; with a double for the document resources, which it lacks. */
export interface Lrs {
  /** The endpoint, without a slash at its end: `http://127.0.0.1:<port>/xAPI`. Any credentials do. */
  url: string;
  /** Every statement, by the time at which it was stored. Within a millisecond they stand in no order. */
  listStatements(): Promise<StoredStatement[]>;
  /** Forgets statements and documents. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a free port of this machine, in a process of its own that ends with this one. Installs it on first use. */
export async function startLrs(): Promise<Lrs> {
  await installPeers();
  const folder = await mkdtemp(join(tmpdir(), 'academy-lrs-'));
  const child = fork(join(import.meta.dirname, 'lrs-process.ts'), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--no-deprecation'],
    env: { ...process.env, NODE_OPTIONS: '', AUTH_REPO: 'test', EVENTS_REPO: 'test', MODELS_REPO: 'memory', STORAGE_REPO: 'local', FS_LOCAL_STORAGE_DIR: folder, EXPRESS_MORGAN_DIRECTORY: folder, SERVICE_AWAIT_UPDATES: 'true', WINSTON_CONSOLE_LEVEL: 'error' },
  });
  const port = await firstMessage(child);
  const url = `http://127.0.0.1:${port}/xAPI`;
  return {
    url,
    listStatements: () => listStatements(url),
    clear: () =>
      new Promise((resolve) => {
        child.once('message', () => resolve());
        child.send('clear');
      }),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill()) await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function firstMessage(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-4000);
    });
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`The LRS ended with ${String(code)} before it could listen.\n${said}`)));
  });
}

async function listStatements(url: string): Promise<StoredStatement[]> {
  // All in one page: from page to page its memory goes by ids that start anew every seven minutes, and leaves some out.
  const response = await fetch(`${url}/statements?ascending=true&limit=1000000`, { headers: { 'x-experience-api-version': '1.0.3', authorization: 'Basic dGVzdDp0ZXN0' } });
  if (!response.ok) throw new Error(`[GET] "${url}/statements": ${response.status} ${await response.text()}`);
  return ((await response.json()) as { statements: StoredStatement[] }).statements;
}
