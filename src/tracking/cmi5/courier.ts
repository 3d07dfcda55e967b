import type { LrsClient } from '../lrs/client.ts';
import { isSameStatement } from '../lrs/same-statement.ts';
import type { DefinedVerb } from './cmi5-terms.ts';
import type { Patience } from './patience.ts';
import { explainRefusal, saysOver } from './refusals.ts';
import type { KeptStatement, SessionMemory } from './session-memory.ts';

/**
 * What came of a statement. `delivered`: it, or another with its verb, is there. `refused`: the LMS does not take it.
 * `over`: the LMS takes nothing more from this session. `given-up`: not clear yet, and no more tries were allowed.
 */
export type Delivered = 'delivered' | 'refused' | 'over' | 'given-up';

/**
 * Delivers the statements that cmi5 defines: one after the other, each in a request of its own, each verb at most once in a
 * session. The text is fixed and noted before it is first sent. An LMS refuses a second one even where it is the same, so that
 * after an outcome that nobody knows (no answer, a failing server, a reload) it is first asked whether the statement is there.
 */
export class Courier {
  readonly #lms: LrsClient;
  readonly #memory: SessionMemory;
  readonly #patience: Patience;
  readonly #deliveries = new Map<DefinedVerb, Promise<Delivered>>();
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(lms: LrsClient, memory: SessionMemory, patience: Patience) {
    this.#lms = lms;
    this.#memory = memory;
    this.#patience = patience;
  }

  /** @param write makes the statement's text, where it was not made before a reload. @param tries left out: until it is clear what came of it. */
  deliver(verb: DefinedVerb, write: () => { id: string; body: string }, { tries = Infinity } = {}): Promise<Delivered> {
    const settled = this.#deliveries.get(verb);
    if (settled) return settled;
    const turn = this.#lastTurn.then(() => this.#deliverInTurn(verb, write, tries));
    this.#lastTurn = turn;
    this.#deliveries.set(verb, turn);
    return turn;
  }

  async #deliverInTurn(verb: DefinedVerb, write: () => { id: string; body: string }, tries: number): Promise<Delivered> {
    const before = this.#memory.facts.statements[verb];
    if (before && before.state !== 'sending') return before.state;
    if (this.#patience.isOver) return 'over';
    const statement: KeptStatement = before ?? { ...write(), state: 'sending' };
    if (!before) this.#memory.noteStatement(verb, statement);
    const outcome = await this.#send(verb, statement, { tries, mayBeThere: before !== undefined });
    if (outcome === 'delivered' || outcome === 'refused') this.#memory.noteStatement(verb, { ...statement, state: outcome });
    return outcome;
  }

  async #send(verb: DefinedVerb, { id, body }: KeptStatement, { tries, mayBeThere }: { tries: number; mayBeThere: boolean }): Promise<Delivered> {
    let isUnknown = mayBeThere;
    for (let left = tries; !this.#patience.isOver; ) {
      const answer = isUnknown ? await this.#postUnlessThere(id, body) : await this.#post(body);
      if (answer.kind !== 'busy' && answer.kind !== 'unreachable') {
        this.#patience.noteAnswer();
        if (answer.kind === 'stored') return 'delivered';
        if (answer.kind === 'unauthorised') return 'over';
        if (answer.kind === 'refused') return answer.status === 409 && (await this.#isThere(id, body)) ? 'delivered' : 'refused';
        const refusal = explainRefusal(answer.text, verb);
        // Our own "terminated", whose answer was lost, is what ended the session.
        if (refusal === 'over' && verb === 'terminated' && isUnknown) return 'delivered';
        return refusal === 'told' ? 'delivered' : refusal;
      }
      // One who says 429 has not looked at it.
      isUnknown ||= !(answer.kind === 'busy' && answer.status === 429);
      left -= 1;
      if (left <= 0) return 'given-up';
      await this.#patience.waitAfterFailure(answer.kind === 'busy' ? answer.retryAfter : undefined);
    }
    return 'over';
  }

  /** Outlives the page: what was reached in the last moment is told too. */
  #post(body: string): ReturnType<LrsClient['postStatements']> {
    return this.#lms.postStatements([body], { keepalive: true });
  }

  async #postUnlessThere(id: string, body: string): ReturnType<LrsClient['postStatements']> {
    const found = await this.#lms.getStatement(id);
    if (found.kind === 'found' && isSameStatement(body, found.statement)) return { kind: 'stored' };
    // An LMS that lets nobody look has to be told again; it says where it knew.
    const isSettled = found.kind === 'busy' || found.kind === 'unreachable' || (found.kind === 'forbidden' && saysOver(found.text));
    return isSettled ? found : this.#post(body);
  }

  /** 409: something has this id, and it may be this very statement. */
  async #isThere(id: string, body: string): Promise<boolean> {
    const found = await this.#lms.getStatement(id);
    return found.kind === 'found' && isSameStatement(body, found.statement);
  }
}
