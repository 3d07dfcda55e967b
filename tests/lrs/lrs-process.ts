// The LRS, in a process of its own: its old packages change globals. Started by start-lrs.ts, with which it speaks over IPC.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { DocumentsDouble } from './documents-double.ts';
import { allowOrigin, readAsked, say, send } from './exchange.ts';

const load = createRequire(import.meta.url);
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
