import type { Delivery, LrsClient } from '../lrs/client.ts';
import { isSameStatement } from '../lrs/same-statement.ts';
import type { DefinedVerb } from './cmi5-terms.ts';
import { isWorthAnotherTry, type Limits, type Patience } from './patience.ts';
import { explainRefusal, saysOver } from './refusals.ts';
import type { KeptStatement, SessionMemory } from './session-memory.ts';

/**
 * What came of a statement. `delivered`: it, or another with its verb, is there. `refused`: the LMS does not take it.
 * `over`: the LMS takes nothing more from this session. `given-up`: not clear yet, and no more tries were allowed.
 */
export type Delivered = 'delivered' | 'refused' | 'over' | 'given-up';

/**
 * Delivers the statements that cmi5 defines: one after the other for as long as the page stays, each in a request of its own,
 * each verb at most once in a session. The text is fixed and noted before it is first sent. An LMS refuses a second one even where it is the same, so that
 * after an outcome that nobody knows (no answer, a failing server, a reload) it is first asked whether the statement is there.
 */
export class Courier {
  readonly #lms: LrsClient;
  readonly #memory: SessionMemory;
  readonly #patience: Patience;
  readonly #deliveries = new Map<DefinedVerb, Promise<Delivered>>();
  /** What waits for its turn, and how its text is made. */
  readonly #waiting = new Map<DefinedVerb, () => { id: string; body: string }>();
  /** What left with the page before its turn. */
  readonly #ahead = new Map<DefinedVerb, Promise<Delivery>>();
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(lms: LrsClient, memory: SessionMemory, patience: Patience) {
    this.#lms = lms;
    this.#memory = memory;
    this.#patience = patience;
  }

  /** @param write makes the statement's text, where it was not made before a reload. @param limits left out: until it is clear what came of it. */
  deliver(verb: DefinedVerb, write: () => { id: string; body: string }, limits?: Limits): Promise<Delivered> {
    const settled = this.#deliveries.get(verb);
    if (settled) return settled;
    this.#waiting.set(verb, write);
    const turn = this.#lastTurn.then(() => this.#deliverInTurn(verb, write, limits));
    this.#lastTurn = turn;
    this.#deliveries.set(verb, turn);
    return turn;
  }

  /** The page goes away, perhaps for good: what still waits for an answer to another leaves with it. If the page lives on, its turn hears what came of it. */
  leave(): void {
    if (this.#patience.isOver) return;
    for (const [verb, write] of this.#waiting) {
      if (!this.#memory.facts.statements[verb]) this.#ahead.set(verb, this.#post(this.#fix(verb, write).body));
    }
  }

  async #deliverInTurn(verb: DefinedVerb, write: () => { id: string; body: string }, limits: Limits | undefined): Promise<Delivered> {
    this.#waiting.delete(verb);
    const before = this.#memory.facts.statements[verb];
    if (before && before.state !== 'sending') return before.state;
    if (this.#patience.isOver) return 'over';
    const statement = before ?? this.#fix(verb, write);
    const outcome = await this.#send(verb, statement, before !== undefined, limits);
    if (outcome === 'delivered' || outcome === 'refused') this.#memory.noteStatement(verb, { ...statement, state: outcome });
    return outcome;
  }

  /** Noted before it is sent: after that it is never written anew. */
  #fix(verb: DefinedVerb, write: () => { id: string; body: string }): KeptStatement {
    const statement: KeptStatement = { ...write(), state: 'sending' };
    this.#memory.noteStatement(verb, statement);
    return statement;
  }

  async #send(verb: DefinedVerb, { id, body }: KeptStatement, mayBeThere: boolean, limits: Limits | undefined): Promise<Delivered> {
    let isUnknown = mayBeThere;
    let ahead = this.#ahead.get(verb);
    const answer = await this.#patience.ask(async (): Promise<Delivery> => {
      const told = await (ahead ?? (isUnknown ? this.#postUnlessThere(id, body) : this.#post(body)));
      ahead = undefined;
      // One who says 429 has not looked at it.
      isUnknown ||= isWorthAnotherTry(told) && !(told.kind === 'busy' && told.status === 429);
      return told;
    }, limits);
    switch (answer?.kind) {
      case 'stored':
        return 'delivered';
      case 'refused':
        return answer.status === 409 && (await this.#isThere(id, body)) ? 'delivered' : 'refused';
      case 'forbidden': {
        const refusal = explainRefusal(answer.text, verb);
        // Our own "terminated", whose answer was lost, is what ended the session.
        const isEnd = refusal === 'over' && verb === 'terminated' && isUnknown;
        return refusal === 'told' || isEnd ? 'delivered' : refusal;
      }
      case 'busy':
      case 'unreachable':
        return 'given-up';
      case 'unauthorised':
      case undefined:
        return 'over';
    }
  }

  /** Outlives the page: what was reached in the last moment is told too. */
  #post(body: string): Promise<Delivery> {
    return this.#lms.postStatements([body], { keepalive: true });
  }

  async #postUnlessThere(id: string, body: string): Promise<Delivery> {
    const found = await this.#lms.getStatement(id);
    if (found.kind === 'found' && isSameStatement(body, found.statement)) return { kind: 'stored' };
    // An LMS that lets nobody look has to be told again; it says where it knew.
    const isSettled = isWorthAnotherTry(found) || (found.kind === 'forbidden' && saysOver(found.text));
    return isSettled ? found : this.#post(body);
  }

  /** 409: something has this id, and it may be this very statement. */
  async #isThere(id: string, body: string): Promise<boolean> {
    const found = await this.#lms.getStatement(id);
    return found.kind === 'found' && isSameStatement(body, found.statement);
  }
}
