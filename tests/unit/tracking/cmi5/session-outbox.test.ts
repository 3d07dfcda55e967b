import { expect, test } from 'vitest';
import { SessionOutbox } from '../../../../src/tracking/cmi5/session-outbox.ts';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { LrsDouble } from '../lrs/lrs-double.ts';
import { outboxOf, seal } from '../lrs/outbox-of.ts';
import { clock } from '../lrs/timing.ts';

const LIMIT = 250;

/** What an earlier session fixed and could not send; of the first `arrived` only the answer was lost. */
async function leftBehind(count: number, { arrived = 0 } = {}) {
  const outbox = outboxOf(count);
  const sealed = await outbox.seal((await outbox.listAll()).map((entry) => ({ id: entry.id, body: seal(entry) })));
  const server = new LrsDouble();
  for (const { id, body = '' } of sealed.slice(0, arrived)) server.stored.set(id, body);
  const lms = openLrs({ fetch: server.fetch, clock, endpoint: 'https://lms.example/', authorization: server.authorization });
  return { outbox, server, session: new SessionOutbox(outbox, lms, 'session-2') };
}

test('of a long queue that an earlier session fixed the first can be sent before all were looked up', async () => {
  const { server, session } = await leftBehind(200);
  const listed = await session.listWaiting(LIMIT);
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.map(({ body }) => body)).toEqual(listed.map(() => undefined));
  expect(server.heard.length).toBeLessThanOrEqual(50);
});

test('what had arrived is taken out, and the rest can be sent', async () => {
  const { outbox, session } = await leftBehind(80, { arrived: 70 });
  expect(await session.listWaiting(LIMIT)).toHaveLength(10);
  expect(await outbox.count()).toEqual({ waiting: 10, parked: 0 });
});
