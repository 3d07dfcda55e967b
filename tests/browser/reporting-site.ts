import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { buildSite } from '../build/build-site.ts';
import { copyFramework } from '../build/copy-framework.ts';
import { listStatementProblems } from '../unit/tracking/lrs/statement-problems.ts';

/** Inside the project, because MDX looks for its runtime from where its file stands. */
const WORK = 'tests/.work/reporting';
const CONTENT = join(WORK, 'content');
const SITE = join(WORK, 'site');
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** As far as these tests read it. */
export interface Received {
  /** `proxy` came in over the site's own path, `lrs` from another origin. */
  way: 'proxy' | 'lrs';
  authorization: string | undefined;
  id: string;
  actor: unknown;
  verb: { id: string };
  object: { id: string };
  result?: { response?: string };
}

/**
 * A site that reports, its proxy and an LRS that is just real enough for what a page shows. Whether the client keeps to xAPI
 * is held elsewhere, against a real one.
 */
export class ReportingSite {
  url = '';
  lrsUrl = '';
  /** Left out: signed out. */
  account: string | undefined;
  /** What the LRS answers to statements; `refuse-first` takes all but the first it ever saw. */
  answers: 'stored' | 'refuse-first' | 503 | 401 | 403 = 'stored';
  /** Each once, as an LRS keeps them. */
  received: Received[] = [];
  /** What the validator of a real LRS, and we ourselves, find wrong with what came in. */
  problems: string[] = [];
  #servers: Server[] = [];
  #refused: string | undefined;

  async start(): Promise<void> {
    const lrs = await this.#listen((request, response, body) => {
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      response.setHeader('access-control-allow-headers', 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match');
      response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
      response.setHeader('access-control-expose-headers', 'ETag, X-Experience-API-Version, Date');
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else this.#answerXapi('lrs', new URL(request.url ?? '/', 'http://lrs').pathname.replace('/xapi/', ''), request, response, body);
    });
    this.lrsUrl = `${lrs}/xapi/`;
    rmSync(WORK, { recursive: true, force: true });
    copyFramework('rotherham-practice-standards', CONTENT);
    const settings = `\ntracking:\n  launchOrigins: ["${lrs}"]\n  proxy: {}\n  manual: true\n`;
    writeFileSync(join(CONTENT, 'academy.yaml'), readFileSync('content/academy.yaml', 'utf8') + settings);
    const { status, output } = buildSite(CONTENT, SITE);
    if (status !== 0) throw new Error(output);
    this.url = await this.#listen((request, response, body) => {
      const { pathname } = new URL(request.url ?? '/', 'http://site');
      if (pathname === '/xapi/identity.json') this.#answerIdentity(response);
      else if (pathname.startsWith('/xapi/')) this.#answerXapi('proxy', pathname.replace('/xapi/', ''), request, response, body);
      else void this.#answerFile(pathname, response);
    });
  }

  stop(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(WORK, { recursive: true, force: true });
  }

  reset(account?: string): void {
    this.account = account;
    this.answers = 'stored';
    this.received = [];
    this.problems = [];
    this.#refused = undefined;
  }

  #answerIdentity(response: ServerResponse): void {
    if (this.account === undefined) response.writeHead(401).end();
    else response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ account: { homePage: 'https://sign-in.example', name: this.account } }));
  }

  #answerXapi(way: 'proxy' | 'lrs', resource: string, request: IncomingMessage, response: ServerResponse, body: string): void {
    response.setHeader('x-experience-api-version', '1.0.3');
    if (resource === 'about') response.writeHead(200, { 'content-type': 'application/json' }).end('{"version":["1.0.3"]}');
    else if (resource !== 'statements') response.writeHead(request.method === 'GET' ? 404 : 204).end();
    else if (typeof this.answers === 'number') response.writeHead(this.answers).end();
    else if (request.method === 'GET') response.writeHead(200, { 'content-type': 'application/json' }).end('{"statements":[]}');
    else this.#store(way, request, response, body);
  }

  #store(way: 'proxy' | 'lrs', { headers: { authorization } }: IncomingMessage, response: ServerResponse, body: string): void {
    const parsed = JSON.parse(body) as Received | Received[];
    const statements = Array.isArray(parsed) ? parsed : [parsed];
    if (statements.some(({ verb }: Partial<Received>) => verb === undefined)) return void response.writeHead(400).end('A statement has a verb.');
    if (this.answers === 'refuse-first') {
      this.#refused ??= statements[0]?.id;
      if (statements.some(({ id }) => id === this.#refused)) return void response.writeHead(400).end('No.');
    }
    const fresh = statements.filter(({ id }) => !this.received.some((before) => before.id === id));
    this.problems.push(...fresh.flatMap(listStatementProblems));
    this.received.push(...fresh.map((statement) => ({ ...statement, way, authorization })));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(statements.map(({ id }) => id)));
  }

  async #answerFile(pathname: string, response: ServerResponse): Promise<void> {
    const path = normalize(decodeURIComponent(pathname));
    const file = join(SITE, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }

  async #listen(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => answer(request, response, body));
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}
