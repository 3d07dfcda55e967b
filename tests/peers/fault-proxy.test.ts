import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLrs, type Lrs } from '../lrs/start-lrs.ts';
import { planFaults } from './fault-plan.ts';
import { startFaultProxy, type Fault, type FaultProxy } from './fault-proxy.ts';
import { seedRandom } from './seeded-random.ts';

let lrs: Lrs;
let proxy: FaultProxy;
beforeAll(async () => {
  lrs = await startLrs();
  proxy = await startFaultProxy(lrs.url);
});
afterAll(async () => {
  await proxy.stop();
  await lrs.stop();
});
beforeEach(async () => {
  await lrs.clear();
  proxy.isDown = false;
  proxy.follow(undefined);
  proxy.clearLog();
});

/** Sends one statement and says what the sender gets: the status and whether the answer is whole, or `broken`. */
async function send(): Promise<string> {
  const statement = { id: randomUUID(), timestamp: '2026-03-02T09:00:00.000Z', actor: { account: { homePage: 'https://council.example', name: 'l-1' } }, verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: { id: 'https://council.example/a' } };
  try {
    const response = await fetch(`${proxy.url}/statements`, { method: 'POST', headers: { authorization: 'Basic dGVzdA==', 'content-type': 'application/json', 'x-experience-api-version': '1.0.3', origin: 'https://academy.example' }, body: JSON.stringify([statement]) });
    const text = await response.text();
    const isWhole = text === JSON.stringify([statement.id]);
    return `${response.status}${response.status === 200 && !isWhole ? ' half' : ''}${response.headers.get('access-control-allow-origin') ? '' : ' without CORS'}`;
  } catch {
    return 'broken';
  }
}

describe('what befalls a request', () => {
  test.each<[Fault | undefined, string, number]>([
    [undefined, '200', 1],
    ['drop-before', 'broken', 0],
    ['reset', 'broken', 0],
    ['drop-after', 'broken', 1],
    ['cut', 'broken', 1],
    ['truncate', '200 half', 1],
    ['duplicate', '200', 1],
    ['delay', '200', 1],
    ['429', '429', 0],
    ['500', '500', 0],
    ['502', '502 without CORS', 0],
    ['401', '401', 0],
  ])('%s: the sender sees %s, and the LRS holds %i', async (fault, seen, stored) => {
    proxy.follow(() => (fault ? { fault, delay: 10 } : undefined));
    expect(await send()).toBe(seen);
    expect(await lrs.listStatements()).toHaveLength(stored);
    expect(proxy.log.map(({ method, statements, fault: logged }) => [method, statements, logged])).toEqual([['POST', fault === 'reset' ? expect.any(Number) : 1, fault]]);
    expect(proxy.taken.size).toBe(stored);
  });

  test('while it is down every connection breaks, and afterwards none', async () => {
    proxy.isDown = true;
    expect([await send(), await send()]).toEqual(['broken', 'broken']);
    proxy.isDown = false;
    expect(await send()).toBe('200');
  });
});

test('a seed gives the same faults again, each kind among them', () => {
  const draw = (seed: number) => Array.from({ length: 500 }, planFaults(seedRandom(seed))).map((planned) => planned?.fault);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1)).size).toBe(11);
});
