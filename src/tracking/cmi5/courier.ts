import { delayBeforeRetry, delayOnceOnline, noteFailure, type Outage } from '../lrs/backoff.ts';
import type { LrsClient } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';
import { isSameStatement } from '../lrs/same-statement.ts';
import type { DefinedVerb } from './cmi5-terms.ts';
import { explainRefusal, saysOver } from './refusals.ts';
import type { KeptStatement, SessionMemory } from './session-memory.ts';

/**
 * What came of a statement. `delivered`: it, or another with its verb, is there. `refused`: the LMS does not take it.
 * `over`: the LMS takes nothing more from this session. `given-up`: not clear yet, and no more tries were allowed.
 */
export type Delivered = 'delivered' | 'refused' | 'over' | 'given-up';

interface CourierOptions {
  lms: LrsClient;
  memory: SessionMemory;
  clock: Clock;
  random: () => number;
  /** Hears that delivery fails for now, and that it works again. */
  onTrouble: (isInTrouble: boolean) => void;
}

/**
 * Delivers the statements that cmi5 defines: one after the other, each in a request of its own, each verb at most once in a
 * session. The text is fixed and noted before it is first sent. An LMS refuses a second one even where it is the same, so that
 * after an outcome that nobody knows (no answer, a failing server, a reload) it is first asked whether the statement is there.
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #deliveries = new Map<DefinedVerb, Promise<Delivered>>();
  #lastTurn: Promise<unknown> = Promise.resolve();
  #isStopped = false;
  #endWait: (() => void) | undefined;

  constructor(options: CourierOptions) {
    this.#options = options;
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

  /** What is waiting to be tried again is tried now, spread over a moment. */
  hurry(): void {
    this.#endWait?.();
  }

  /** Sends nothing more. What was not clear stays noted as such. */
  stop(): void {
    this.#isStopped = true;
    this.#endWait?.();
  }

  async #deliverInTurn(verb: DefinedVerb, write: () => { id: string; body: string }, tries: number): Promise<Delivered> {
    const { memory } = this.#options;
    const before = memory.facts.statements[verb];
    if (before && before.state !== 'sending') return before.state;
    if (this.#isStopped) return 'over';
    const statement: KeptStatement = before ?? { ...write(), state: 'sending' };
    if (!before) memory.noteStatement(verb, statement);
    const outcome = await this.#send(verb, statement, { tries, mayBeThere: before !== undefined });
    if (outcome === 'delivered' || outcome === 'refused') memory.noteStatement(verb, { ...statement, state: outcome });
    return outcome;
  }

  async #send(verb: DefinedVerb, { id, body }: KeptStatement, { tries, mayBeThere }: { tries: number; mayBeThere: boolean }): Promise<Delivered> {
    const { lms, onTrouble } = this.#options;
    let outage: Outage | undefined;
    let isUnknown = mayBeThere;
    for (let left = tries; !this.#isStopped; ) {
      const answer = isUnknown ? await this.#sendUnlessThere(id, body) : await lms.postStatements([body]);
      if (answer.kind !== 'busy' && answer.kind !== 'unreachable') {
        if (outage) onTrouble(false);
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
      if (!outage) onTrouble(true);
      outage = noteFailure(outage, this.#options.clock.now());
      await this.#wait(outage, answer.kind === 'busy' ? answer.retryAfter : undefined);
    }
    return 'over';
  }

  async #sendUnlessThere(id: string, body: string): ReturnType<LrsClient['postStatements']> {
    const { lms } = this.#options;
    const found = await lms.getStatement(id);
    if (found.kind === 'found' && isSameStatement(body, found.statement)) return { kind: 'stored' };
    // An LMS that lets nobody look has to be told again; it says where it knew.
    const isSettled = found.kind === 'busy' || found.kind === 'unreachable' || (found.kind === 'forbidden' && saysOver(found.text));
    return isSettled ? found : lms.postStatements([body]);
  }

  /** 409: something has this id, and it may be this very statement. */
  async #isThere(id: string, body: string): Promise<boolean> {
    const found = await this.#options.lms.getStatement(id);
    return found.kind === 'found' && isSameStatement(body, found.statement);
  }

  #wait(outage: Outage, retryAfter: number | undefined): Promise<void> {
    const { clock, random } = this.#options;
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        this.#endWait = undefined;
        resolve();
      };
      let callOff = clock.after(delayBeforeRetry(outage, { now: clock.now(), random, retryAfter }), end);
      this.#endWait = () => {
        callOff();
        if (this.#isStopped) end();
        else callOff = clock.after(delayOnceOnline(random), end);
      };
    });
  }
}
