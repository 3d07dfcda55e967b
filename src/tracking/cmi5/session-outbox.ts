import type { Outbox, OutboxEntry, Sending } from '../../record/outbox.ts';
import type { LrsClient } from '../lrs/client.ts';
import { SESSION_EXTENSION } from './cmi5-terms.ts';

/** So many are looked up, one request each, and then sent, before the next are: LMSs bear so many requests a minute. */
const LOOKED_UP_AT_ONCE = 20;

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

  /** @throws Error where the LMS can’t be asked what arrived, or the browser does not keep what came of it: nothing may be sent before that */
  async listWaiting(limit: number): Promise<readonly OutboxEntry[]> {
    const reclaimed = new Set<string>();
    for (;;) {
      const waiting = await this.#outbox.listWaiting(limit);
      const firstStale = waiting.findIndex((entry) => !this.#isOurs(entry));
      if (firstStale !== 0) return firstStale === -1 ? waiting : waiting.slice(0, firstStale);
      for (const { id } of waiting.slice(0, LOOKED_UP_AT_ONCE).filter((entry) => !this.#isOurs(entry))) {
        if (reclaimed.has(id)) throw new Error('The browser does not keep what came of asking');
        reclaimed.add(id);
        await this.#reclaim(id);
      }
    }
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
