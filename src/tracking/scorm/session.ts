import type { ScormApi } from './find-api.ts';

/** What the functions of a version are called. */
export interface ApiNames {
  /** The name that the LMS's window has the API under. */
  api: string;
  initialize: string;
  finish: string;
  get: string;
  set: string;
  commit: string;
  lastError: string;
  errorText: string;
}

/** Why a call did not work. `code` is of the standard; `threw` where the LMS's own script failed. */
export interface CallProblem {
  code: string;
  text: string;
}

/**
 * Calls to an LMS: strings only, never a throw, opened once and ended once. A value that the LMS took is not sent again.
 * LMSs answer "true" or "false", and some `true` or `false`.
 */
export class ScormSession {
  readonly #api: ScormApi;
  readonly #names: ApiNames;
  readonly #taken = new Map<string, string>();
  #state: 'new' | 'open' | 'ended' = 'new';
  #problem: CallProblem | undefined;

  constructor(api: ScormApi, names: ApiNames) {
    this.#api = api;
    this.#names = names;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Of the last call that did not work. */
  get problem(): CallProblem | undefined {
    return this.#problem;
  }

  /** @param probe an element that can be read in every session: an LMS whose session is open already refuses to open it, and reads. */
  initialize(probe: string): boolean {
    if (this.#state !== 'new') return this.isOpen;
    if (!this.#isDone(this.#call(this.#names.initialize, ''))) {
      const refusal = this.#problem;
      const value = this.#call(this.#names.get, probe);
      if (value === undefined || value === '' || !isNoError(this.#readError())) {
        this.#problem = refusal;
        return false;
      }
    }
    this.#state = 'open';
    return true;
  }

  /** Empty where the LMS has no such value, or an error; `problem` tells. */
  get(element: string): string {
    this.#problem = undefined;
    if (!this.isOpen) return '';
    const value = this.#call(this.#names.get, element);
    if (value === undefined || value === null || value === '') {
      const problem = this.#problem ?? this.#readError();
      this.#problem = isNoError(problem) ? undefined : problem;
      return '';
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  /** `false` where the LMS did not take it. */
  set(element: string, value: string): boolean {
    if (!this.isOpen) return false;
    if (this.#taken.get(element) === value) return true;
    const isTaken = this.#isDone(this.#call(this.#names.set, element, value));
    if (isTaken) this.#taken.set(element, value);
    return isTaken;
  }

  commit(): boolean {
    return this.isOpen && this.#isDone(this.#call(this.#names.commit, ''));
  }

  /** Ends the session. Once it has ended nothing is called any more. `false`: the LMS would not, and the session is still open. */
  finish(): boolean {
    if (!this.isOpen || !this.#isDone(this.#call(this.#names.finish, ''))) return false;
    this.#state = 'ended';
    return true;
  }

  /** Calls nothing any more, where there is nobody left to answer. */
  abandon(): void {
    this.#state = 'ended';
  }

  #call(name: string, ...texts: string[]): unknown {
    this.#problem = undefined;
    try {
      const call = this.#api[name];
      if (typeof call === 'function') return (call as LmsFunction).apply(this.#api, texts);
      this.#problem = { code: 'missing', text: `The LMS has no ${name}` };
    } catch (error) {
      this.#problem = { code: 'threw', text: error instanceof Error ? error.message : String(error) };
    }
    return undefined;
  }

  #isDone(answer: unknown): boolean {
    if (String(answer).toLowerCase() === 'true') return true;
    this.#problem ??= this.#readError();
    return false;
  }

  #readError(): CallProblem {
    const read = (name: string, ...texts: string[]) => {
      const answer = this.#call(name, ...texts);
      return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
    };
    const code = read(this.#names.lastError);
    const text = read(this.#names.errorText, code);
    this.#problem = undefined;
    return { code, text };
  }
}

type LmsFunction = (this: unknown, ...texts: string[]) => unknown;

const isNoError = ({ code }: CallProblem): boolean => code === '0' || code === '';
