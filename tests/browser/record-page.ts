import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { build } from 'esbuild';
import type { writeExport } from '../../src/record/export.ts';
import type { LearnerRecord, openRecord, RecordChange } from '../../src/record/learner-record.ts';
import type { readExport } from '../../src/record/read-export.ts';
import type { settleModule } from '../../src/record/settle-module.ts';

/** What the bundled page offers to these tests. */
declare global {
  interface Window {
    academy: { openRecord: typeof openRecord; settleModule: typeof settleModule; writeExport: typeof writeExport; readExport: typeof readExport };
    record: LearnerRecord;
    changes: RecordChange['type'][];
    driftOfClock: number;
    listDatabases: () => Promise<IDBDatabaseInfo[]>;
    acknowledge: (id: string) => Promise<void>;
  }
}

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const ENTRY = `
  export { openRecord } from './src/record/learner-record.ts';
  export { settleModule } from './src/record/settle-module.ts';
  export { writeExport } from './src/record/export.ts';
  export { readExport } from './src/record/read-export.ts';
`;

async function serveRecord(): Promise<{ server: Server; origin: string }> {
  const { outputFiles } = await build({ stdin: { contents: ENTRY, resolveDir: PROJECT_ROOT }, bundle: true, format: 'iife', globalName: 'academy', write: false, target: 'es2023' });
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', '<!doctype html><html lang="en"><title>Record</title><script src="/record.js"></script>'],
    '/framed': ['text/html', '<!doctype html><html lang="en"><title>Framed</title><iframe sandbox="allow-scripts" src="/" title="Module"></iframe>'],
    '/record.js': ['text/javascript', outputFiles[0]?.text ?? ''],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A page on an origin of its own that offers the record to a test, and nothing else. */
export const test = base.extend<object, { origin: string }>({
  origin: [
    async ({}, use) => {
      const { server, origin } = await serveRecord();
      await use(origin);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});
