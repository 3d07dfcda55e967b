// The LRS, in a process of its own: its old packages change globals. Started by start-lrs.ts, with which it speaks over IPC.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { DocumentsDouble } from './documents-double.ts';
import { allowOrigin, readAsked, say, send } from './exchange.ts';

const load = createRequire(import.meta.url);

// It compares statements by a hash, and spends half of its time on that: it hands every word to the hash by itself. The same, from one text.
load('object-hash').sha1 = (value: unknown) => createHash('sha1').update(JSON.stringify(value, sortNames)).digest('hex');

const part = (path: string) => load(`xapi-statements/dist/${path}`).default;

const service = part('serviceFactory')();
const routers = part('expressPresenter')({ ...part('config').express, llClientInfoEndpoint: part('config').llClientInfoEndpoint, service, tracker: part('tracker'), translator: part('translatorFactory')(), logger: part('logger') });
const app = load('express')();
app.use('/xAPI/about', routers.aboutRouter);
app.use('/xAPI/activities', routers.fullActivitiesRouter);
app.use('/xAPI/statements', routers.statementsRouter);

const documents = new DocumentsDouble();
let lastWrite: Promise<unknown> = Promise.resolve();

const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(allowOrigin(request.headers.origin))) response.setHeader(name, value);
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  if (/^\/xAPI\/(?:activities\/|agents\/profile)/.test(request.url ?? '')) {
    readAsked(request, '/xAPI').then(
      (asked) => send(documents.handle(asked) ?? say(404), response),
      () => response.destroy(),
    );
    return;
  }
  if (request.method === 'GET') {
    app(request, response);
    return;
  }
  // Its memory has no transactions: two requests at once could both store the same statement. LRSs with a database refuse that, so writes take turns here.
  const done = new Promise((resolve) => response.once('close', resolve));
  lastWrite = lastWrite.then(() => {
    app(request, response);
    return done;
  });
});

process.on('message', (message) => {
  if (message !== 'clear') return;
  documents.clear();
  service.clearService().then(() => process.send?.('cleared'));
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

/** For `JSON.stringify`: the names of an object in one order. */
function sortNames(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
