import type { SessionNotes } from '../../record/session-notes.ts';
import type { DefinedVerb } from './cmi5-terms.ts';

/** A statement of the session itself, as it was first made. Its text never changes after that. */
export interface KeptStatement {
  id: string;
  /** JSON text. */
  body: string;
  /** `sending`: it may or may not have arrived. `refused`: the LMS will not have it. */
  state: 'sending' | 'delivered' | 'refused';
}

/** What a session has to know after a reload of its page. The token works once, and nothing may be said twice. */
export interface SessionFacts {
  token?: string;
  /** The latest time that a statement of this session has. Milliseconds since 1970. */
  newest: number;
  /** How long the learner was at it, in milliseconds. */
  spent: number;
  statements: Readonly<Partial<Record<DefinedVerb, KeptStatement>>>;
}

/** The facts of the session that `fetchUrl` opened, in the notes of this tab. */
export class SessionMemory {
  readonly #notes: SessionNotes;
  readonly #key: string;
  #facts: SessionFacts;

  constructor(notes: SessionNotes, fetchUrl: string) {
    this.#notes = notes;
    this.#key = `cmi5:${fetchUrl}`;
    const noted = notes.read(this.#key);
    this.#facts = isFacts(noted) ? noted : { newest: 0, spent: 0, statements: {} };
  }

  get facts(): SessionFacts {
    return this.#facts;
  }

  note(facts: Partial<SessionFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#notes.write(this.#key, this.#facts);
  }

  /** The timestamp of a statement of the session itself, where it was made. */
  timeOf(verb: DefinedVerb): string | undefined {
    const statement = this.#facts.statements[verb];
    return statement && (JSON.parse(statement.body) as { timestamp: string }).timestamp;
  }

  noteStatement(verb: DefinedVerb, statement: KeptStatement): void {
    this.note({ statements: { ...this.#facts.statements, [verb]: statement } });
  }
}

function isFacts(value: unknown): value is SessionFacts {
  if (typeof value !== 'object' || value === null) return false;
  const { newest, spent, statements } = value as Partial<Record<keyof SessionFacts, unknown>>;
  return typeof newest === 'number' && typeof spent === 'number' && typeof statements === 'object' && statements !== null;
}
