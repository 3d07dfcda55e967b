import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LearnerEventInput } from '../../src/record/learner-event.ts';
import { openRecord, type LearnerRecord } from '../../src/record/learner-record.ts';
import { openLrs } from '../../src/tracking/lrs/client.ts';
import { encloseStatements } from '../../src/tracking/lrs/enclose-statements.ts';
import { Sender } from '../../src/tracking/lrs/sender.ts';
import { sealStatement } from '../../src/tracking/lrs/statement.ts';
import { eventInput } from '../unit/record/arbitrary-events.ts';
import { seedRandom } from './seeded-random.ts';
import { VirtualTime } from './virtual-time.ts';

/** reliability-security.md §7, test 3; `npm run test:fuzz -- --delivery` sets more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 500);

/** How the LRS and the way to it are, until they change. */
type Weather = 'fine' | 'no-network' | 'answers-lost' | 'busy' | 'refuses-some';

/** What should be: everything told, and what came of it. */
interface Model {
  told: string[];
}

/** What is: a record, its sender, and an LRS behind a network. */
class World {
  readonly time = new VirtualTime(Date.parse('2026-03-02T09:00:00.000Z'));
  readonly enclose = encloseStatements({ iriBase: 'https://academy.example/frameworks', language: 'en-GB', modules: [], scenarios: [] });
  /** Text by id, in the order of storing. */
  readonly stored = new Map<string, string>();
  readonly bodies = new Map<string, Set<string>>();
  readonly wrong: string[] = [];
  weather: Weather = 'fine';
  drift = 0;
  record!: LearnerRecord;
  sender!: Sender;
  #senders = 0;

  async open(model: Model): Promise<this> {
    this.record = await openRecord({
      now: () => this.time.now() + this.drift,
      database: 'model',
      enclose: (event, earlier) => {
        const drafts = this.enclose(event, earlier);
        model.told.push(...drafts.map(({ id }) => id));
        return drafts;
      },
    });
    this.openTab();
    return this;
  }

  /** The tab before is gone without a word. */
  openTab(): void {
    this.sender?.stop();
    this.#senders += 1;
    const lrs = openLrs({ endpoint: 'https://lrs.example/xapi', authorization: 'Basic dGVzdA==', fetch: this.fetch, clock: this.time });
    this.sender = new Sender({ name: 'model', outbox: this.record.outbox, lrs, seal: (entry) => sealStatement(entry, { actor: { account: { homePage: 'https://council.example', name: 'l-1' } }, version: '1.0.3' }), clock: this.time, random: seedRandom(this.#senders) });
    this.sender.start();
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    if (this.weather === 'no-network') throw new TypeError('fetch failed');
    if (this.weather === 'busy') return new Response('', { status: 503 });
    const id = new URL(String(input)).searchParams.get('statementId');
    if (init.method === 'GET') return id === null ? Response.json({ version: ['1.0.3'] }) : new Response(this.stored.get(id) ?? '', { status: this.stored.has(id) ? 200 : 404 });
    const statements = [JSON.parse(String(init.body)) as { id: string }].flat();
    for (const statement of statements) this.bodies.set(statement.id, (this.bodies.get(statement.id) ?? new Set()).add(JSON.stringify(statement)));
    if (this.weather === 'refuses-some' && statements.some((statement) => this.isRefused(statement.id))) return new Response('invalid', { status: 400 });
    for (const statement of statements) if (!this.stored.has(statement.id)) this.stored.set(statement.id, JSON.stringify(statement));
    if (this.weather === 'answers-lost') throw new TypeError('fetch failed');
    return Response.json(statements.map((statement) => statement.id));
  };

  readonly isRefused = (id: string): boolean => id.endsWith('0') || id.endsWith('8');
}

type Deed = fc.AsyncCommand<Model, World>;
const deed = (name: string, run: (world: World, model: Model) => Promise<void> | void): Deed => ({
  check: () => true,
  async run(model, world) {
    await run(world, model);
    await checkWorld(world, model);
  },
  toString: () => name,
});

/** What is true at any time. */
async function checkWorld({ record, stored, bodies }: World, { told }: Model): Promise<void> {
  const entries = await record.outbox.listAll();
  const known = new Set([...entries.map(({ id }) => id), ...stored.keys()]);
  expect(told.filter((id) => !known.has(id)), 'lost').toEqual([]);
  expect(new Set(told).size, 'statement ids are unique').toBe(told.length);
  expect([...bodies].filter(([, texts]) => texts.size > 1), 'sent with different bodies').toEqual([]);
  const times = entries.map(({ at }) => at);
  expect(times, 'entries stand in the order of their times').toEqual(times.toSorted());
  expect(new Set(times).size, 'times rise strictly').toBe(times.length);
}

const deeds: fc.Arbitrary<Deed>[] = [
  fc.array(eventInput, { minLength: 1, maxLength: 5 }).map((inputs: LearnerEventInput[]) => deed(`learn ${inputs.map(({ type }) => type).join(' ')}`, async ({ record }) => void (await Promise.all(inputs.map((input) => record.append(input)))))),
  fc.constantFrom<Weather[]>('fine', 'no-network', 'answers-lost', 'busy', 'refuses-some').map((weather) => deed(weather, (world) => void (world.weather = weather))),
  fc.integer({ min: 1, max: 300_000 }).map((ms) => deed(`${ms} ms pass`, ({ time }) => time.runUntil(time.now() + ms))),
  fc.constant(deed('tab killed, another opened', (world) => world.openTab())),
  fc.constantFrom(-86_400_000, 3_600_000, 365 * 86_400_000).map((drift) => deed(`clock ${drift} off`, (world) => void (world.drift = drift))),
  fc.constant(deed('set aside, tried again', ({ record }) => record.outbox.unpark())),
  fc.constant(deed('asked to try at once', ({ sender }) => sender.retry())),
  fc.constant(deed('deliver all', ({ sender, time }) => {
    void sender.deliverAll(10_000);
    return time.runUntil(time.now() + 11_000);
  })),
];

test('whatever happens to an outbox, everything told waits, is set aside, or has arrived once, unchanged and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(deeds, { maxCommands: 25 }), async (commands) => {
      const model: Model = { told: [] };
      const world = await new World().open(model);
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
      // In the end the weather is fine, and nobody does anything.
      world.weather = 'fine';
      await world.record.outbox.unpark();
      await world.time.runUntil(world.time.now() + 2 * 3_600_000);
      expect(await world.record.outbox.count()).toEqual({ waiting: 0, parked: 0 });
      expect([...world.stored.keys()].toSorted()).toEqual(model.told.toSorted());
    }),
    { numRuns: RUNS },
  );
});
