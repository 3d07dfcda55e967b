import { expect, test } from 'vitest';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { BatchDelivery } from '../../../../src/tracking/lrs/delivery.ts';
import { LrsDouble } from './lrs-double.ts';
import { outboxOf, seal, type TestOutbox } from './outbox-of.ts';
import { clock, stopTime } from './timing.ts';

stopTime();

function deliverFrom(outbox: TestOutbox) {
  const server = new LrsDouble();
  const lrs = openLrs({ fetch: server.fetch, clock, endpoint: 'https://lrs.example/xapi/', authorization: server.authorization });
  return { server, delivery: new BatchDelivery({ outbox, lrs, seal }) };
}

const untilTheEnd = () => false;

test('a long queue is read a few times, not once for every request', async () => {
  const outbox = outboxOf(1_000);
  let readings = 0;
  const { listWaiting } = outbox;
  outbox.listWaiting = (limit) => {
    readings += 1;
    return listWaiting.call(outbox, limit);
  };
  const { server, delivery } = deliverFrom(outbox);
  expect(await delivery.takeTurn(untilTheEnd)).toEqual({ kind: 'progress' });
  expect([server.posts.length, server.stored.size, await outbox.count()]).toEqual([20, 1_000, { waiting: 0, parked: 0 }]);
  expect(readings).toBeLessThanOrEqual(6);
});

test('a turn that was long enough ends after the request under way, with everything that arrived taken out', async () => {
  const outbox = outboxOf(300);
  const { server, delivery } = deliverFrom(outbox);
  expect(await delivery.takeTurn(() => server.posts.length >= 2)).toEqual({ kind: 'progress' });
  expect([server.stored.size, (await outbox.count()).waiting]).toEqual([100, 200]);
});

test('a failure behind something that arrived says so, because the outage before is over', async () => {
  const outbox = outboxOf(120);
  const { server, delivery } = deliverFrom(outbox);
  server.fault = (_, index) => (index === 1 ? { status: 503 } : undefined);
  expect(await delivery.takeTurn(untilTheEnd)).toEqual({ kind: 'failed', hadProgress: true });
  expect([server.stored.size, (await outbox.count()).waiting]).toEqual([50, 70]);
});
