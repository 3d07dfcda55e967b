import type { Outbox, OutboxEntry, Sending } from '../../record/outbox.ts';
import type { LrsClient } from '../lrs/client.ts';
import { SESSION_EXTENSION } from './cmi5-terms.ts';

/**
 * The outbox as one session may send it. Texts that were fixed in another session of this registration carry that session's id,
 * and the LMS takes them no more. They are written anew, but only once it is known that they did not arrive.
 */
export class SessionOutbox implements Outbox {
  readonly #outbox: Outbox;
  readonly #lms: LrsClient;
  readonly #mark: string;

  constructor(outbox: Outbox, lms: LrsClient, sessionId: string) {
    this.#outbox = outbox;
    this.#lms = lms;
    this.#mark = `${JSON.stringify(SESSION_EXTENSION)}:${JSON.stringify(sessionId)}`;
  }

  get sending(): Sending {
    return this.#outbox.sending;
  }

  /** @throws Error where the LMS can't be asked what arrived: nothing may be sent before that is known */
  async listWaiting(limit: number): Promise<readonly OutboxEntry[]> {
    const waiting = await this.#outbox.listWaiting(limit);
    const stale = waiting.filter((entry) => !this.#isOurs(entry));
    if (stale.length === 0) return waiting;
    for (const { id } of stale) await this.#reclaim(id);
    return (await this.#outbox.listWaiting(limit)).filter((entry) => this.#isOurs(entry));
  }

  /** Leaves out what another session fixed first; it is reclaimed at the next listing. */
  async seal(bodies: readonly { id: string; body: string }[]): Promise<readonly OutboxEntry[]> {
    return (await this.#outbox.seal(bodies)).filter((entry) => this.#isOurs(entry));
  }

  listAll = () => this.#outbox.listAll();
  count = () => this.#outbox.count();
  unseal = (ids: readonly string[]) => this.#outbox.unseal(ids);
  remove = (ids: readonly string[]) => this.#outbox.remove(ids);
  park = (refused: readonly { id: string; reason: string }[]) => this.#outbox.park(refused);
  unpark = () => this.#outbox.unpark();
  tellSending = (sending: Sending) => this.#outbox.tellSending(sending);
  subscribe = (listener: () => void) => this.#outbox.subscribe(listener);

  async #reclaim(id: string): Promise<void> {
    const found = await this.#lms.getStatement(id);
    if (found.kind === 'busy' || found.kind === 'unreachable') throw new Error('The LMS can’t be asked what arrived');
    if (found.kind === 'found') await this.#outbox.remove([id]);
    else await this.#outbox.unseal([id]);
  }

  #isOurs({ body }: OutboxEntry): boolean {
    return body === undefined || body.includes(this.#mark);
  }
}
