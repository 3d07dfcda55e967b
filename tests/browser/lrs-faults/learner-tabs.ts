import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Kept } from './learner.ts';

/** Tabs of one browser, in which the same learner works. */
export interface LearnerTabs {
  /** What was kept, by event id, as the tabs told it. */
  kept: ReadonlyMap<string, Kept>;
  open(): Promise<Page>;
  /** Ends a tab as a crash of its process or as closing does, without waiting for anything. */
  kill(page: Page, how: 'crash' | 'close'): Promise<void>;
  /** What still waits on this device, asked in a fresh tab that sends nothing. */
  stop(): Promise<void>;
}

/** @param settings what the page is told, beside the endpoint; see learner.ts */
export async function openTabs(context: BrowserContext, endpoint: string, settings: Readonly<Record<string, string>> = {}): Promise<LearnerTabs> {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('learner.ts', import.meta.url))], bundle: true, format: 'iife', write: false, target: 'es2023' });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/learner.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' }).end(isScript ? script : '<!doctype html><html lang="en"><title>Learner</title><script src="/learner.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const kept = new Map<string, Kept>();
  await context.exposeBinding('tellKept', (_source, told: readonly Kept[]) => {
    for (const event of told) kept.set(event.id, event);
  });
  return {
    kept,
    async open() {
      const page = await context.newPage();
      await page.goto(`${origin}/?${new URLSearchParams({ endpoint, ...settings }).toString()}`);
      return page;
    },
    async kill(page, how) {
      if (how === 'crash') {
        const session = await context.newCDPSession(page);
        // It never answers, because the process that should is gone.
        void session.send('Page.crash').catch(() => undefined);
        await page.waitForEvent('crash').catch(() => undefined);
      }
      await page.close({ runBeforeUnload: false }).catch(() => undefined);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
