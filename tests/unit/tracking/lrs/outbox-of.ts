import { DeviceOutbox } from '../../../../src/record/device-outbox.ts';
import type { LearnerEvent } from '../../../../src/record/learner-event.ts';
import type { OutboxEntry } from '../../../../src/record/outbox.ts';
import { NINE } from './timing.ts';

/** A UUID that says which one it is. */
export const idOf = (index: number): string => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;

const timeOf = (index: number): string => new Date(NINE + index).toISOString();

export class TestOutbox extends DeviceOutbox {
  constructor() {
    super(undefined, 'test');
  }

  /** Lets entries wait, as the record does when something happens. `size`: characters of padding in each. */
  add(from: number, count: number, { size = 0 }: { size?: number } = {}): void {
    for (let index = from; index < from + count; index += 1) {
      const event: LearnerEvent = { version: 1, id: idOf(index), at: timeOf(index), session: idOf(0), type: 'module-declared-read', module: 'a/b', edition: 'e' };
      this.hold(event, [{ id: idOf(index), event: event.id, at: event.at, content: { index, padding: 'x'.repeat(size) } }]);
    }
    this.announce();
  }
}

export function outboxOf(count: number, options?: { size?: number }): TestOutbox {
  const outbox = new TestOutbox();
  outbox.add(1, count, options);
  return outbox;
}

/** A statement as far as an LRS's double cares. */
export const seal = ({ id, at, content }: OutboxEntry): string =>
  JSON.stringify({ id, actor: { account: { homePage: 'https://hr.example', name: 'a1' } }, verb: { id: 'https://verbs.example/did' }, object: { id: 'https://academy.example/a/b' }, timestamp: at, context: { extensions: { 'https://academy.example/x': content } } });
