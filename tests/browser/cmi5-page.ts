import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import { Cmi5Lms, type LmsOptions } from '../peers/cmi5-lms/cmi5-lms.ts';
import { HELP } from '../unit/tracking/sample-course.ts';
import type { OpenAu } from './cmi5-page.client.ts';

declare global {
  interface Window {
    au: OpenAu;
  }
}

const PROJECT_ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENTRY = fileURLToPath(new URL('cmi5-page.client.ts', import.meta.url));

/** Serves a page that starts a cmi5 session as a package does, without a package around it. */
async function serveAu(): Promise<{ origin: string; close: () => void }> {
  const { outputFiles } = await build({ entryPoints: [ENTRY], absWorkingDir: PROJECT_ROOT, bundle: true, format: 'iife', write: false, target: 'es2023' });
  const server = createServer((request, response) => {
    const isScript = request.url === '/au.js';
    response.writeHead(200, { 'content-type': `text/${isScript ? 'javascript' : 'html'}; charset=utf-8` }).end(isScript ? outputFiles[0]?.text : '<!doctype html><html lang="en"><title>Module</title><script src="/au.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The page's address on an origin of its own, and LMSs on others. */
export const test = base.extend<{ startLms: (options?: LmsOptions) => Promise<Cmi5Lms> }, { address: string }>({
  address: [
    async ({}, use) => {
      const { origin, close } = await serveAu();
      await use(`${origin}/module.html`);
      close();
    },
    { scope: 'worker' },
  ],
  startLms: async ({}, use) => {
    const started: Cmi5Lms[] = [];
    await use(async (options) => {
      const lms = new Cmi5Lms(options);
      await lms.listen();
      started.push(lms);
      return lms;
    });
    for (const lms of started) await lms.stop();
  },
});

export async function openPage(context: BrowserContext, address: URL): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address.href);
  await whenStarted(page);
  return page;
}

export const whenStarted = (page: Page) => page.waitForFunction(() => window.au.connection !== undefined);

const attempt = () => crypto.randomUUID();

export const finishScenario = (): LearnerEventInput[] => {
  const id = attempt();
  const route = [{ step: 'friday', option: 'ring-and-say-so', judgement: 'strong' as const }, { step: 'at-the-door', option: 'say-sorry', judgement: 'acceptable' as const }];
  const edition = HELP.requirements.scenarios[0]?.edition ?? '';
  return [
    { type: 'scenario-started', attempt: id, scenario: 'visit', edition, seed: 7, module: HELP.module },
    ...route.map((decision, index): LearnerEventInput => ({ type: 'option-chosen', attempt: id, scenario: 'visit', ...decision, next: index === 0 ? 'at-the-door' : 'trust-kept' })),
    { type: 'scenario-ended', attempt: id, scenario: 'visit', ending: 'trust-kept', edition, route },
  ];
};

export const answerAllRight = (): LearnerEventInput[] => [{ type: 'check-submitted', attempt: attempt(), module: HELP.module, edition: HELP.requirements.check?.edition ?? '', answers: HELP.check.map(({ id, correct }) => ({ item: id, response: correct, correct: true })) }];

/** Tells the record, and settles the module, as the page would. */
export const act = (page: Page, inputs: readonly LearnerEventInput[]) => page.evaluate((given) => window.au.act(given), [...inputs]);
