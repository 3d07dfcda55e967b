import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSessionNotes } from '../../../../src/record/session-notes.ts';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { STOPPED } from '../../../../src/tracking/lrs/delivery.ts';
import type { PageSignals } from '../../../../src/tracking/lrs/page-signals.ts';
import { Sender, type SenderOptions } from '../../../../src/tracking/lrs/sender.ts';
import { LrsDouble, type Fault } from './lrs-double.ts';
import { idOf, outboxOf, seal, TestOutbox } from './outbox-of.ts';
import { clock, NINE, pass, seededRandom, stopTime } from './timing.ts';

stopTime();

/** A page that the test moves by hand. */
class TestPage implements PageSignals {
  readonly #listeners = { leave: new Set<() => void>(), return: new Set<() => void>(), online: new Set<() => void>() };
  onLeave = (listener: () => void) => this.#on('leave', listener);
  onReturn = (listener: () => void) => this.#on('return', listener);
  onOnline = (listener: () => void) => this.#on('online', listener);
  tell(what: 'leave' | 'return' | 'online'): void {
    for (const listener of this.#listeners[what]) listener();
  }
  #on(what: 'leave' | 'return' | 'online', listener: () => void) {
    this.#listeners[what].add(listener);
    return () => this.#listeners[what].delete(listener);
  }
}

function sendFrom(outbox: TestOutbox, options: Partial<SenderOptions> & { server?: LrsDouble; seed?: number } = {}) {
  const { server = new LrsDouble(), seed = 1, ...rest } = options;
  const page = new TestPage();
  const lrs = openLrs({ fetch: server.fetch, clock, endpoint: 'https://lrs.example/xapi/', authorization: server.authorization });
  const sender = new Sender({ outbox, lrs, seal, name: 'test', clock, random: seededRandom(seed), page, ...rest });
  return { server, page, sender };
}

const waiting = async (outbox: TestOutbox): Promise<number> => (await outbox.count()).waiting;
const numbers = (ids: Iterable<string>): number[] => [...ids].map((id) => Number(id.slice(-12)));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const statementsOf = (body: string): unknown[] => [JSON.parse(body) as unknown].flat();

describe('in good times', () => {
  test('what waits from before is sent at once, in order, fifty to a request', async () => {
    const outbox = outboxOf(120);
    const { server, sender } = sendFrom(outbox);
    sender.start();
    await pass(100);
    expect(numbers(server.stored.keys())).toEqual(upTo(120));
    expect(server.posts.map(({ body }) => statementsOf(body).length)).toEqual([50, 50, 20]);
    expect(await waiting(outbox)).toBe(0);
    expect(outbox.sending).toEqual({ state: 'idle' });
  });

  test('no request is larger than 95 KB, unless its one statement alone is', async () => {
    const outbox = outboxOf(30, { size: 9_000 });
    outbox.add(31, 1, { size: 100_000 });
    const { server, sender } = sendFrom(outbox);
    sender.start();
    await pass(100);
    expect(server.stored.size).toBe(31);
    const sizes = server.posts.map(({ body }) => body.length);
    expect(sizes.filter((size) => size > 95_000)).toHaveLength(1);
  });

  test('what happens in quick succession goes together, at the latest after five seconds', async () => {
    const outbox = new TestOutbox();
    const { server, sender } = sendFrom(outbox);
    sender.start();
    for (let index = 1; index <= 4; index += 1) {
      await pass(1_000);
      outbox.add(index, 1);
    }
    await pass(2_100);
    expect(server.posts.map(({ body }) => statementsOf(body).length)).toEqual([4]);
    expect(await waiting(outbox)).toBe(0);
  });

  test.each([
    [5_000, 22],
    [300_000, 2],
  ])('twenty-two statements in ten minutes, gathered for %i ms, make %i requests', async (forMs, requests) => {
    const outbox = new TestOutbox();
    const { server, page, sender } = sendFrom(outbox, { gather: { forMs } });
    sender.start();
    for (let index = 1; index <= 22; index += 1) {
      await pass(27_000);
      outbox.add(index, 1);
    }
    await pass(10_000);
    page.tell('leave');
    await pass(10);
    expect(server.stored.size).toBe(22);
    expect(server.posts).toHaveLength(requests);
  });

  test('what is urgent does not wait for company', async () => {
    const outbox = new TestOutbox();
    const { server, sender } = sendFrom(outbox, { gather: { isUrgent: ({ id }) => id === idOf(2) } });
    sender.start();
    await pass(1_000);
    outbox.add(1, 2);
    await pass(10);
    expect(server.stored.size).toBe(2);
  });

  test('ten thousand are sent in two hundred requests', async () => {
    const outbox = outboxOf(10_000);
    const { server, sender } = sendFrom(outbox);
    sender.start();
    await pass(1_000);
    expect(server.posts).toHaveLength(200);
    expect(numbers(server.stored.keys())).toEqual(upTo(10_000));
  });
});

describe('when something fails', () => {
  const passing: [string, Fault][] = [
    ['a cut line', 'before-storing'],
    ['an answer that is lost', 'after-storing'],
    ['half an answer', 'half-an-answer'],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['408', { status: 408 }],
    ['429', { status: 429, headers: { 'Retry-After': '1' } }],
  ];
  test.each(passing)('after %s the same bytes are sent again, by themselves', async (_, fault) => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox);
    server.fault = ({ method }, index) => (method === 'POST' && index < 3 ? fault : undefined);
    sender.start();
    await pass(10_000);
    expect(await waiting(outbox)).toBe(0);
    expect(numbers(server.stored.keys())).toEqual([1, 2, 3]);
    expect(new Set(server.posts.map(({ body }) => body)).size).toBe(1);
  });

  test.each([
    ['a page to sign in', { status: 200, body: '<html>Sign in</html>' }],
    ['nothing at all', { status: 204 }],
    ['ids of others', { status: 200, body: JSON.stringify([idOf(99)]) }],
  ] as [string, Fault][])('a yes with %s is no proof', async (_, fault) => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox);
    server.fault = ({ method }, index) => (method === 'POST' && index < 2 ? fault : undefined);
    sender.start();
    await pass(10_000);
    expect(numbers(server.stored.keys())).toEqual([1, 2, 3]);
    expect(await waiting(outbox)).toBe(0);
  });

  test('what comes at the very moment in which sending ends is not forgotten', async () => {
    const outbox = new TestOutbox();
    const { server, sender } = sendFrom(outbox);
    const list = outbox.listWaiting.bind(outbox);
    let times = 0;
    outbox.listWaiting = async (limit) => {
      const found = await list(limit);
      times += 1;
      if (times === 1) outbox.add(1, 1);
      return found;
    };
    sender.start();
    await pass(6_000);
    expect(server.stored.size).toBe(1);
  });

  test('the learner is told when it is tried again', async () => {
    const outbox = outboxOf(1);
    const { server, sender } = sendFrom(outbox);
    server.fault = () => ({ status: 503, headers: { 'Retry-After': '120' } });
    sender.start();
    await pass(10);
    const { sending } = outbox;
    expect(sending.state === 'retrying' && sending.at).toBeGreaterThanOrEqual(NINE + 120_000);
    await pass(119_000);
    expect(server.posts).toHaveLength(1);
  });

  test('new activity does not break the wait', async () => {
    const outbox = outboxOf(1);
    const { server, page, sender } = sendFrom(outbox);
    server.fault = () => ({ status: 503, headers: { 'Retry-After': '120' } });
    sender.start();
    await pass(1_000);
    outbox.add(2, 40);
    page.tell('leave');
    page.tell('online');
    page.tell('return');
    await pass(100_000);
    expect(server.posts).toHaveLength(1);
  });

  test('a request that is never answered ends, and is repeated', async () => {
    const outbox = outboxOf(1);
    const { server, sender } = sendFrom(outbox);
    server.fault = (_, index) => (index === 0 ? 'stall' : undefined);
    sender.start();
    await pass(36_000);
    expect(await waiting(outbox)).toBe(0);
  });

  test('of a minute’s length everything is through within 10 s, with nobody touching the page', async () => {
    const outbox = outboxOf(2_000);
    const { server, sender } = sendFrom(outbox);
    const recovery = NINE + 60_000;
    server.fault = ({ at }) => (at < recovery ? 'before-storing' : undefined);
    sender.start();
    await pass(70_000);
    expect(server.stored.size).toBe(2_000);
    expect(await waiting(outbox)).toBe(0);
  });

  test('a device that is online again need not wait out a long outage', async () => {
    const outbox = outboxOf(1);
    const { server, page, sender } = sendFrom(outbox);
    let isDown = true;
    server.fault = () => (isDown ? 'before-storing' : undefined);
    sender.start();
    await pass(3_600_000);
    isDown = false;
    page.tell('online');
    await pass(2_000);
    expect(await waiting(outbox)).toBe(0);
  });

  test('the next page of the tab goes on waiting, and does not begin by asking', async () => {
    const notes = openSessionNotes();
    const server = new LrsDouble();
    server.fault = () => ({ status: 503, headers: { 'Retry-After': '300' } });
    const outbox = outboxOf(1);
    const first = sendFrom(outbox, { server, notes });
    first.sender.start();
    await pass(1_000);
    first.sender.stop();
    const next = sendFrom(outbox, { server, notes });
    next.sender.start();
    await pass(290_000);
    expect(server.posts).toHaveLength(1);
    server.fault = () => undefined;
    await pass(200_000);
    expect(await waiting(outbox)).toBe(0);
    expect(notes.read('outage:test')).toBeUndefined();
  });

  test('in an outbox that can’t take out what was sent, the LRS is not asked over and over', async () => {
    const outbox = outboxOf(1);
    outbox.remove = async () => undefined;
    const { server, sender } = sendFrom(outbox);
    sender.start();
    await pass(60_000);
    expect(server.posts).toHaveLength(1);
  });
});

describe('what the LRS will not have', () => {
  test('a bad statement is found by halves and set aside with the reason, and the others arrive in order', async () => {
    const outbox = outboxOf(50);
    const { server, sender } = sendFrom(outbox);
    server.invalid.add(idOf(17)).add(idOf(18)).add(idOf(44));
    sender.start();
    await pass(1_000);
    expect(numbers(server.stored.keys())).toEqual(upTo(50).filter((number) => ![17, 18, 44].includes(number)));
    const parked = (await outbox.listAll()).map(({ id, parked }) => [Number(id.slice(-12)), parked]);
    expect(parked).toEqual([17, 18, 44].map((number) => [number, 'The LRS says that it is not valid. (400) invalid statement']));
    expect(outbox.sending).toEqual({ state: 'idle' });
  });

  test('any set of bad statements is set aside, and no other; all others arrive once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.uniqueArray(fc.integer({ min: 1, max: 70 }), { maxLength: 20 }), async (count, bad) => {
        const outbox = outboxOf(count);
        const { server, sender } = sendFrom(outbox);
        for (const number of bad) server.invalid.add(idOf(number));
        sender.start();
        await pass(1_000);
        sender.stop();
        expect(numbers(server.stored.keys())).toEqual(upTo(count).filter((number) => !bad.includes(number)));
        expect(numbers((await outbox.listAll()).map(({ id }) => id))).toEqual(bad.filter((number) => number <= count).sort((a, b) => a - b));
        expect(await waiting(outbox)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('a statement that is too large is set aside, and a batch that is too large is halved', async () => {
    const outbox = outboxOf(8, { size: 5_000 });
    outbox.add(9, 1, { size: 30_000 });
    const { server, sender } = sendFrom(outbox);
    server.maxBytes = 20_000;
    sender.start();
    await pass(1_000);
    expect(numbers(server.stored.keys())).toEqual(upTo(8));
    expect((await outbox.listAll())[0]?.parked).toMatch(/^It is too large for the LRS\. \(413\)/);
  });

  test('409 for a statement that is there and ours is proof that it arrived', async () => {
    const outbox = outboxOf(2);
    const { server, sender } = sendFrom(outbox);
    // As LRSs return it: with more in it, and the time written otherwise.
    for (const entry of await outbox.listWaiting(1)) server.stored.set(entry.id, JSON.stringify({ ...(JSON.parse(seal(entry)) as object), timestamp: entry.at.replace('Z', '+00:00'), stored: entry.at, authority: {} }));
    sender.start();
    await pass(1_000);
    expect(await outbox.listAll()).toEqual([]);
  });

  test('409 for a statement of somebody else’s under the same id sets ours aside', async () => {
    const outbox = outboxOf(2);
    const { server, sender } = sendFrom(outbox);
    server.stored.set(idOf(1), JSON.stringify({ id: idOf(1), actor: { account: { homePage: 'https://hr.example', name: 'b2' } } }));
    sender.start();
    await pass(1_000);
    expect((await outbox.listAll()).map(({ parked }) => parked)).toEqual(['The LRS holds another statement under the same id. (409)']);
    expect(server.stored.has(idOf(2))).toBe(true);
  });

  test('what can’t be made into a statement is set aside, and holds up no other', async () => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox, {
      seal: (entry) => {
        if (entry.id === idOf(2)) throw new TypeError('No statement');
        return seal(entry);
      },
    });
    sender.start();
    await pass(1_000);
    expect(numbers(server.stored.keys())).toEqual([1, 3]);
    expect(await outbox.count()).toEqual({ waiting: 0, parked: 1 });
  });

  test('what was set aside is tried again as soon as somebody asks, and gathers no company', async () => {
    const outbox = outboxOf(1);
    const { server, sender } = sendFrom(outbox, { gather: { forMs: 300_000 } });
    server.invalid.add(idOf(1));
    sender.start();
    await pass(1_000);
    server.invalid.clear();
    await outbox.unpark();
    await pass(1_000);
    expect(await outbox.listAll()).toEqual([]);
  });

  test.each([
    ['401', { status: 401 }, STOPPED.unauthorised],
    ['403', { status: 403 }, STOPPED.forbidden],
    ['404', { status: 404 }, STOPPED.wrongAddress],
  ] as [string, Fault, string][])('%s ends sending, says so to the learner, and nothing is lost', async (_, fault, reason) => {
    const outbox = outboxOf(3);
    const { server, page, sender } = sendFrom(outbox);
    server.fault = () => fault;
    sender.start();
    await pass(1_000);
    outbox.add(4, 1);
    page.tell('leave');
    await pass(3_600_000);
    expect(server.posts).toHaveLength(1);
    expect(outbox.sending).toEqual({ state: 'stopped', reason });
    expect(await waiting(outbox)).toBe(4);
    server.fault = () => undefined;
    sender.retry();
    await pass(1_000);
    expect(await waiting(outbox)).toBe(0);
    expect(outbox.sending).toEqual({ state: 'idle' });
  });

  test('an LRS that speaks another version refuses everything, and nothing is set aside for it', async () => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox);
    server.versions = ['2.0.0'];
    sender.start();
    await pass(1_000);
    expect(outbox.sending).toEqual({ state: 'stopped', reason: STOPPED.wrongVersion });
    expect(await outbox.count()).toEqual({ waiting: 3, parked: 0 });
  });
});

describe('a page that goes away', () => {
  test('takes what waits along, in a request that outlives it', async () => {
    const outbox = new TestOutbox();
    const { server, page, sender } = sendFrom(outbox);
    sender.start();
    await pass(1_000);
    outbox.add(1, 3);
    await pass(10);
    page.tell('leave');
    page.tell('leave');
    expect(server.posts.map(({ keepalive, body }) => [keepalive, statementsOf(body).length])).toEqual([[true, 3]]);
    await pass(10);
    expect(await waiting(outbox)).toBe(0);
  });

  test('twice in a row takes the oldest along again, so that a lost request leaves no gap', async () => {
    const outbox = new TestOutbox();
    const { server, page, sender } = sendFrom(outbox);
    sender.start();
    await pass(1_000);
    outbox.add(1, 2);
    await pass(10);
    server.fault = () => 'stall';
    page.tell('leave');
    outbox.add(3, 1);
    await pass(10);
    server.fault = () => undefined;
    page.tell('leave');
    await pass(10);
    expect(numbers(server.stored.keys())).toEqual([1, 2, 3]);
  });

  test('never has more than 60 KB under way', async () => {
    const outbox = outboxOf(40, { size: 9_000 });
    const { server, page, sender } = sendFrom(outbox, { gather: { forMs: 1_000_000, enough: 1_000 } });
    server.fault = () => 'stall';
    outbox.announce();
    sender.start();
    await pass(10);
    page.tell('leave');
    page.tell('leave');
    page.tell('leave');
    const leaving = server.posts.filter(({ keepalive }) => keepalive);
    expect(leaving.length).toBeGreaterThan(0);
    expect(leaving.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(60_000);
  });

  test('that dies before its answer comes leaves the entries for the next one, and nothing is stored twice', async () => {
    const outbox = new TestOutbox();
    const { server, page, sender } = sendFrom(outbox);
    sender.start();
    await pass(1_000);
    outbox.add(1, 3);
    await pass(10);
    server.fault = () => 'after-storing';
    page.tell('leave');
    sender.stop();
    await pass(10);
    server.fault = () => undefined;
    const next = sendFrom(outbox, { server });
    next.sender.start();
    await pass(100);
    expect(numbers(server.stored.keys())).toEqual([1, 2, 3]);
    expect(await waiting(outbox)).toBe(0);
  });
});

describe('the rules of a standard', () => {
  test.each([
    ['delivered', 'delivered', { waiting: 0, parked: 0 }],
    ['set aside', { parked: 'no' }, { waiting: 0, parked: 1 }],
    ['stopped', { stopped: 'Another window took over.' }, { waiting: 1, parked: 0 }],
  ] as const)('may judge what failed: %s', async (_, verdict, count) => {
    const outbox = outboxOf(1);
    const { server, sender } = sendFrom(outbox, { judgeFailure: (__, failure) => (failure.kind === 'forbidden' ? verdict : undefined) });
    server.fault = () => ({ status: 403 });
    sender.start();
    await pass(1_000);
    expect(await outbox.count()).toEqual(count);
  });
});

describe('once it is stopped', () => {
  test.each<[string, Fault | undefined]>([['fails', { status: 500 }], ['is refused', { status: 403 }], ['arrives', undefined]])('nothing more is said of sending, whatever becomes of what was under way: it %s', async (_, fault) => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox);
    server.fault = () => {
      sender.stop();
      outbox.tellSending({ state: 'stopped', reason: 'You opened it in another window.' });
      return fault;
    };
    sender.start();
    await pass(1_000);
    expect(server.posts).toHaveLength(1);
    expect(outbox.sending).toEqual({ state: 'stopped', reason: 'You opened it in another window.' });
  });
});

test('something that answers every request with “yes” is taken for no LRS', async () => {
  const outbox = outboxOf(3);
  const server = new LrsDouble();
  server.fault = () => ({ status: 200, body: '{"status":"ok"}' });
  const { sender } = sendFrom(outbox, { server });
  sender.start();
  await pass(10_000);
  expect(await waiting(outbox)).toBe(3);
});

describe('delivering all before leaving', () => {
  test('sends at once what was only just done', async () => {
    const outbox = new TestOutbox();
    const { sender } = sendFrom(outbox);
    sender.start();
    await pass(1_000);
    outbox.add(1, 3);
    const delivered = sender.deliverAll(10_000);
    await pass(100);
    expect(await delivered).toBe(true);
  });

  test('goes on trying for as long as it may, and says what came of it', async () => {
    const outbox = outboxOf(3);
    const { server, sender } = sendFrom(outbox);
    server.fault = ({ at }) => (at < NINE + 5_000 ? { status: 500 } : undefined);
    sender.start();
    const delivered = sender.deliverAll(20_000);
    await pass(20_000);
    expect(await delivered).toBe(true);

    server.fault = () => ({ status: 500 });
    outbox.add(4, 1);
    const undelivered = sender.deliverAll(5_000);
    await pass(5_000);
    expect(await undelivered).toBe(false);
    expect(await waiting(outbox)).toBe(1);
  });
});

test('whatever fails and whenever pages die: all arrive, with the body that was fixed, in the order in which they happened', async () => {
  const anyFault = fc.constantFrom<Fault | undefined>(undefined, undefined, 'before-storing', 'after-storing', 'stall', 'half-an-answer', { status: 500 }, { status: 502 }, { status: 429, headers: { 'Retry-After': '1' } });
  const anyStep = fc.oneof(
    fc.record({ do: fc.constant('add' as const), count: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
    fc.record({ do: fc.constantFrom('leave' as const, 'online' as const, 'return' as const, 'die' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyFault, { maxLength: 30 }), fc.array(anyStep, { maxLength: 25 }), fc.nat(), async (faults, steps, seed) => {
      const outbox = new TestOutbox();
      const server = new LrsDouble();
      server.fault = (_, index) => faults[index];
      let open = sendFrom(outbox, { server, seed });
      open.sender.start();
      let added = 0;
      for (const step of steps) {
        if (step.do === 'add') {
          outbox.add(added + 1, step.count);
          added += step.count;
        } else if (step.do === 'pass') await pass(step.ms);
        else if (step.do === 'die') {
          open.sender.stop();
          open = sendFrom(outbox, { server, seed });
          open.sender.start();
        } else open.page.tell(step.do);
      }
      // From here on nobody touches the page, and nothing fails once all planned faults are used up.
      await pass(700_000);
      open.sender.stop();
      expect(await outbox.listAll()).toEqual([]);
      expect(numbers(server.stored.keys())).toEqual(upTo(added));
    }),
    { numRuns: 40 },
  );
});
