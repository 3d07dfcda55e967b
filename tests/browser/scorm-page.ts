import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { build } from 'esbuild';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import type { LearnerRecord } from '../../src/record/learner-record.ts';
import type { Connection, ConnectionStatus } from '../../src/tracking/connection.ts';
import type { ScormVersion, StrictLms } from '../peers/scorm-strict.ts';

/** What the page of a package shows of itself to these tests, and what the page of the LMS does. */
declare global {
  interface Window {
    sco: Promise<{ connection: Connection; record: LearnerRecord; statuses: ConnectionStatus[]; act(inputs: readonly LearnerEventInput[]): Promise<void> }>;
    strictLms: StrictLms;
  }
}

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SCO = `
  import { openRecord } from './src/record/learner-record.ts';
  import { settleModule } from './src/record/settle-module.ts';
  import { connectScorm12 } from './src/tracking/scorm12/connect.ts';
  import { connectScorm2004 } from './src/tracking/scorm2004/connect.ts';
  import { COURSE } from './tests/unit/tracking/sample-course.ts';

  async function start() {
    const connect = new URLSearchParams(location.search).get('version') === '1.2' ? connectScorm12 : connectScorm2004;
    const connection = await connect({ page: window, course: COURSE, now: () => Date.now(), newId: () => crypto.randomUUID() });
    const record = await openRecord(connection.environment);
    const statuses = [];
    connection.subscribe((status) => statuses.push(status));
    connection.report(record);
    const act = async (inputs) => {
      for (const input of inputs) {
        await record.append(input);
        for (const module of COURSE.modules) await settleModule(record, module);
      }
      // What is reported follows from reads that stand behind this one.
      for (let turn = 0; turn < 3; turn += 1) await record.readAll();
    };
    return { connection, record, statuses, act };
  }
  window.sco = start();
  window.sco.catch(() => undefined);
`;

const lmsScript = (version: ScormVersion) => `
  import { Scorm${version.replace('1.2', '12')}API as Api } from 'scorm-again/scorm${version.replace('1.2', '12')}/min';
  import { StrictLms } from './tests/peers/scorm-strict.ts';

  const learner = new URLSearchParams(location.search).get('learner');
  const kept = JSON.parse(document.getElementById('kept').textContent);
  const runtime = new Api({ lmsCommitUrl: '/commit?learner=' + learner, dataCommitFormat: 'flattened', autocommit: false, logLevel: 'NONE' });
  runtime.loadFromFlattenedJSON(structuredClone(kept));
  window.strictLms = new StrictLms('${version}', { kept, behind: runtime });
  window.${version === '1.2' ? 'API' : 'API_1484_11'} = window.strictLms.api;
`;

/** How a learner gets from the page of the LMS to the page of the package. */
export type Way = 'frame' | 'frame in a frame' | 'window' | 'frame in a window' | 'frame of another site' | 'another site alone';

/** An LMS with scorm-again as its runtime and a strict one before it, which keeps what is committed for the next launch. */
export class ScormLms {
  url = '';
  /** The same server by another name: neither can read the other's pages. */
  otherSite = '';
  /** By learner, what was committed last. */
  readonly kept = new Map<string, Record<string, string>>();
  readonly commits = new Map<string, number>();
  readonly #scripts = new Map<string, string>();
  #server: Server | undefined;

  async start(): Promise<void> {
    const bundle = async (contents: string) => (await build({ stdin: { contents, resolveDir: PROJECT_ROOT }, bundle: true, format: 'iife', write: false, target: 'es2023' })).outputFiles[0]?.text ?? '';
    this.#scripts.set('/sco.js', await bundle(SCO));
    for (const version of ['1.2', '2004'] as const) this.#scripts.set(`/lms-${version}.js`, await bundle(lmsScript(version)));
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.otherSite = `http://localhost:${port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** The address of the LMS's page for a launch. */
  launch(version: ScormVersion, learner: string, way: Way = 'frame'): string {
    return `${this.url}/lms?${new URLSearchParams({ version, learner, way }).toString()}`;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', this.url);
    const learner = query.get('learner') ?? '';
    if (pathname === '/commit') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        this.kept.set(learner, readCommit(body));
        this.commits.set(learner, (this.commits.get(learner) ?? 0) + 1);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":true,"errorCode":0}');
      });
      return;
    }
    const script = this.#scripts.get(pathname);
    if (script !== undefined) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    else response.writeHead(pathname === '/favicon.ico' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(this.#write(pathname, query));
  }

  #write(path: string, query: URLSearchParams): string {
    const version = query.get('version') ?? '';
    const sco = `/sco?version=${version}`;
    if (path === '/sco') return writePage('Module', '<script src="/sco.js"></script>');
    if (path === '/around') return writePage('Player', `<iframe name="sco" title="Module" src="${query.get('src') ?? ''}"></iframe>`);
    const around = (site: string, src: string) => `${site}/around?${new URLSearchParams({ src }).toString()}`;
    const ways: Readonly<Record<Way, string>> = {
      frame: `<iframe name="sco" title="Module" src="${sco}"></iframe>`,
      'frame in a frame': `<iframe name="around" title="Player" src="${around('', sco)}"></iframe>`,
      window: `<a target="_blank" rel="opener" href="${sco}">Open</a>`,
      'frame in a window': `<a target="_blank" rel="opener" href="${around('', sco)}">Open</a>`,
      'frame of another site': `<iframe name="around" title="Player" src="${around(this.otherSite, this.url + sco)}"></iframe>`,
      'another site alone': `<iframe name="sco" title="Module" src="${this.otherSite}${sco}"></iframe>`,
    };
    const kept = JSON.stringify(this.kept.get(query.get('learner') ?? '') ?? {}).replaceAll('<', '\\u003c');
    return writePage('LMS', `<script type="application/json" id="kept">${kept}</script><script src="/lms-${version}.js"></script>${ways[query.get('way') as Way]}`);
  }
}

const writePage = (title: string, body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}`;

/** What the LMS keeps of a commit: all but what belongs to the session alone. The next one comes to take up what was suspended. */
function readCommit(body: string): Record<string, string> {
  const values = Object.entries(JSON.parse(body) as Record<string, unknown>).flatMap(([element, value]) => (typeof value === 'string' || typeof value === 'number' ? [[element, String(value)] as const] : []));
  return Object.fromEntries(values.filter(([element, value]) => value !== '' && !/(?:session_time|\.exit|nav\.|_children|_version|total_time)/.test(element)));
}

/** An LMS of its own for every worker. */
export const test = base.extend<object, { lms: ScormLms }>({
  lms: [
    async ({}, use) => {
      const lms = new ScormLms();
      await lms.start();
      await use(lms);
      lms.stop();
    },
    { scope: 'worker' },
  ],
});
