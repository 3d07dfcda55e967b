import { expect, test } from 'vitest';
import { inOneTab, STEAL_AFTER, type TabLocks } from '../../../../src/tracking/lrs/one-tab.ts';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { Sender } from '../../../../src/tracking/lrs/sender.ts';
import { LocksDouble } from './locks-double.ts';
import { LrsDouble } from './lrs-double.ts';
import { outboxOf, seal } from './outbox-of.ts';
import { clock, pass, seededRandom, stopTime } from './timing.ts';

stopTime();

const until = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('two tabs take turns', async () => {
  const locks = new LocksDouble();
  const log: string[] = [];
  const workIn = (tab: string) =>
    inOneTab({ locks, name: 'send', clock }, async () => {
      log.push(`${tab} begins`);
      await until(100);
      log.push(`${tab} ends`);
      return tab;
    });
  const both = Promise.all([workIn('a'), workIn('b')]);
  await pass(1_000);
  expect(await both).toEqual(['a', 'b']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a tab that hangs loses its turn after a minute, and both end what they began', async () => {
  const locks = new LocksDouble();
  let wakeUp: () => void = () => undefined;
  const hung = inOneTab({ locks, name: 'send', clock }, async () => {
    await new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    return 'hung';
  });
  const next = inOneTab({ locks, name: 'send', clock }, async () => 'next');
  await pass(STEAL_AFTER - 1);
  await expect(Promise.race([next, Promise.resolve('waits')])).resolves.toBe('waits');
  await pass(1);
  expect(await next).toBe('next');
  wakeUp();
  expect(await hung).toBe('hung');
});

test.each([
  ['has no locks', undefined],
  ['refuses locks, as in a sandboxed frame', { request: () => Promise.reject(new DOMException('No', 'SecurityError')) } satisfies TabLocks],
])('a browser that %s lets the tab work all the same, once', async (_, locks) => {
  let times = 0;
  expect(await inOneTab({ locks, name: 'send', clock }, async () => (times += 1))).toBe(1);
  expect(times).toBe(1);
});

test('what fails in a turn is told to whoever asked for it, and the next tab gets its turn', async () => {
  const locks = new LocksDouble();
  await expect(
    inOneTab({ locks, name: 'send', clock }, async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(await inOneTab({ locks, name: 'send', clock }, async () => 1)).toBe(1);
});

test('two tabs with one outbox send each entry in one request', async () => {
  const [outbox, locks, server] = [outboxOf(500), new LocksDouble(), new LrsDouble()];
  const tabs = [1, 2].map((seed) => new Sender({ outbox, locks, seal, name: 'send', clock, random: seededRandom(seed), lrs: openLrs({ fetch: server.fetch, clock, endpoint: 'https://lrs.example/', authorization: server.authorization }) }));
  for (const tab of tabs) tab.start();
  await pass(1_000);
  expect(server.posts).toHaveLength(10);
  expect(server.stored.size).toBe(500);
});
