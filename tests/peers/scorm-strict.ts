import { RULES_12, RULES_2004, type Rule, type Rules } from './scorm-rules.ts';

export type ScormVersion = '1.2' | '2004';

/** A call as it came. */
export interface Call {
  name: string;
  texts: readonly unknown[];
  answer: unknown;
  error: string;
}

interface Options {
  /** What the LMS has of this learner beside a fresh attempt: what an earlier session left, a mode, a mastery score. */
  kept?: Readonly<Record<string, string>>;
  /** A real runtime, which gets and answers every call that this one takes. Where it will not, `differences` tells. */
  behind?: Readonly<Record<string, unknown>>;
  /** Whether the server behind the LMS saves; asked at every commit. */
  canSave?: () => boolean;
}

const NAMES = {
  '1.2': { initialize: 'LMSInitialize', finish: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', lastError: 'LMSGetLastError', errorText: 'LMSGetErrorString', diagnostic: 'LMSGetDiagnostic' },
  '2004': { initialize: 'Initialize', finish: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit', lastError: 'GetLastError', errorText: 'GetErrorString', diagnostic: 'GetDiagnostic' },
} as const;

/** Error codes of the two versions by what happened. */
const ERRORS = {
  '1.2': { argument: '201', twice: '101', afterEnd: '101', finishEarly: '301', finishTwice: '301', getEarly: '301', getLate: '301', setEarly: '301', setLate: '301', commitEarly: '301', commitLate: '301', unknown: '401', readOnly: '403', writeOnly: '404', type: '405', range: '405', noValue: '0', order: '201', dependency: '201', failed: '101' },
  '2004': { argument: '201', twice: '103', afterEnd: '104', finishEarly: '112', finishTwice: '113', getEarly: '122', getLate: '123', setEarly: '132', setLate: '133', commitEarly: '142', commitLate: '143', unknown: '401', readOnly: '404', writeOnly: '405', type: '406', range: '407', noValue: '403', order: '351', dependency: '408', failed: '391' },
} as const;
type ErrorName = keyof (typeof ERRORS)['1.2'];

/** An LMS that takes only what its data model has, word for word, and remembers every call. Strings only, in and out. */
export class StrictLms {
  readonly calls: Call[] = [];
  /** Calls that a strict LMS refuses. Content that is right makes none. */
  readonly refused: Call[] = [];
  /** Where the runtime behind gave another answer. */
  readonly differences: string[] = [];
  /** What a session has set so far. */
  readonly values: Map<string, string>;
  /** What was saved last: `values` at the last commit or end of a session. */
  saved: Readonly<Record<string, string>>;
  readonly version: ScormVersion;
  readonly #rules: Rules;
  readonly #options: Options;
  #state: 'new' | 'open' | 'ended' = 'new';
  #error = '0';

  constructor(version: ScormVersion, options: Options = {}) {
    this.version = version;
    this.#rules = version === '1.2' ? RULES_12 : RULES_2004;
    this.#options = options;
    const initial = Object.entries(this.#rules).flatMap(([element, { initial: value }]) => (value === undefined ? [] : [[element, value] as const]));
    const kept = options.kept ?? {};
    this.values = new Map([...initial, ...Object.entries(kept), ...countKept(kept)]);
    this.saved = { ...options.kept };
  }

  get state(): 'new' | 'open' | 'ended' {
    return this.#state;
  }

  /** What content finds in a window. */
  get api(): Record<string, (...texts: unknown[]) => unknown> {
    const names = NAMES[this.version];
    const run = (name: string, work: (...texts: string[]) => string | ErrorName, arity: number) => (...texts: unknown[]) => this.#answer(name, texts, arity, work);
    return {
      [names.initialize]: run(names.initialize, () => this.#initialize(), 1),
      [names.finish]: run(names.finish, () => this.#finish(), 1),
      [names.get]: run(names.get, (element) => this.#get(element), 1),
      [names.set]: run(names.set, (element, value) => this.#set(element, value), 2),
      [names.commit]: run(names.commit, () => this.#commit(), 1),
      [names.lastError]: () => (this.#error === '0' ? (this.#ask(names.lastError) ?? '0') : this.#error),
      [names.errorText]: (code: unknown) => `Error ${String(code)}`,
      [names.diagnostic]: () => '',
    };
  }

  /** The next session of the same learner: with all that was saved, as an LMS gives it that was told `suspend`. */
  nextSession(options: Options = {}): StrictLms {
    const { 'adl.nav.request': _, ...kept } = this.saved;
    const isSuspended = this.saved['cmi.core.exit'] === 'suspend' || this.saved['cmi.exit'] === 'suspend';
    const entry = { [this.version === '1.2' ? 'cmi.core.entry' : 'cmi.entry']: isSuspended ? 'resume' : '' };
    return new StrictLms(this.version, { ...options, kept: { ...kept, ...entry, ...options.kept } });
  }

  #answer(name: string, texts: unknown[], arity: number, work: (...texts: string[]) => string | ErrorName): unknown {
    const areStrings = texts.length === arity && texts.every((text) => typeof text === 'string');
    const outcome = areStrings ? work(...(texts as string[])) : 'argument';
    const isError = Object.hasOwn(ERRORS['1.2'], outcome);
    const { get } = NAMES[this.version];
    this.#error = isError ? ERRORS[this.version][outcome as ErrorName] : '0';
    const answer = isError ? (name === get ? '' : 'false') : outcome.replace(/^=/, '');
    const call = { name, texts, answer, error: this.#error };
    this.calls.push(call);
    if (isError && outcome !== 'failed' && outcome !== 'noValue') this.refused.push(call);
    const other = isError && outcome !== 'noValue' ? undefined : this.#ask(name, ...texts);
    if (other !== undefined && other !== answer && name !== get) this.differences.push(`${name}(${texts.join(', ')}): ${other}`);
    return other ?? answer;
  }

  #ask(name: string, ...texts: unknown[]): string | undefined {
    const call = this.#options.behind?.[name];
    return typeof call === 'function' ? String((call as (...texts: unknown[]) => unknown).apply(this.#options.behind, texts)) : undefined;
  }

  #initialize(): string {
    if (this.#state !== 'new') return this.#state === 'open' ? 'twice' : 'afterEnd';
    this.#state = 'open';
    return 'true';
  }

  #finish(): string {
    if (this.#state !== 'open') return this.#state === 'new' ? 'finishEarly' : 'finishTwice';
    this.#overrule();
    if (!this.#save()) return 'failed';
    this.#state = 'ended';
    return 'true';
  }

  #commit(): string {
    if (this.#state !== 'open') return this.#state === 'new' ? 'commitEarly' : 'commitLate';
    return this.#save() ? 'true' : 'failed';
  }

  #save(): boolean {
    if (this.#options.canSave && !this.#options.canSave()) return false;
    this.saved = Object.fromEntries(this.values);
    return true;
  }

  /** An LMS that has a mastery score makes a status of any score that it is told. In other modes than normal nothing counts. */
  #overrule(): void {
    if (this.values.get(this.version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode') !== 'normal') return;
    const [mastery, score, status] = this.version === '1.2' ? ['cmi.student_data.mastery_score', 'cmi.core.score.raw', 'cmi.core.lesson_status'] : ['cmi.scaled_passing_score', 'cmi.score.scaled', 'cmi.success_status'];
    const [required, reached] = [this.values.get(mastery) ?? '', this.values.get(score) ?? ''];
    if (required !== '' && reached !== '') this.values.set(status, Number(reached) >= Number(required) ? 'passed' : 'failed');
    // A session that sets no status counts as completed.
    if (this.version === '1.2' && !this.calls.some(({ texts: [element], error }) => element === status && error === '0')) this.values.set(status, 'completed');
  }

  /** A value that could be taken for an error's name stands behind `=`. */
  #get(element = ''): string {
    if (this.#state !== 'open') return this.#state === 'new' ? 'getEarly' : 'getLate';
    const rule = this.#findRule(element);
    if (!rule) return 'unknown';
    if (rule.access === 'write') return 'writeOnly';
    const value = this.values.get(element);
    return value === undefined ? 'noValue' : `=${value}`;
  }

  #set(element = '', value = ''): string {
    if (this.#state !== 'open') return this.#state === 'new' ? 'setEarly' : 'setLate';
    const rule = this.#findRule(element);
    if (!rule) return 'unknown';
    if (rule.access === 'read') return 'readOnly';
    if (rule.isLegal && !rule.isLegal(value)) return 'type';
    if (rule.isInRange && !rule.isInRange(value)) return 'range';
    const misplaced = this.#checkPlace(element, value);
    if (misplaced) return misplaced;
    this.values.set(element, value);
    return 'true';
  }

  #findRule(element: string): Rule | undefined {
    const name = element.replace(/\.(?:0|[1-9]\d*)(?=\.)/g, '.n');
    return Object.hasOwn(this.#rules, name) ? this.#rules[name] : undefined;
  }

  /** Collections grow one by one; an interaction begins with its id, and says of which type it is before it says what was answered. */
  #checkPlace(element: string, value: string): ErrorName | undefined {
    const [, place = '', field = ''] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) ?? [];
    if (field === '') return undefined;
    const prefix = `cmi.interactions.${place}`;
    const count = Number(this.values.get('cmi.interactions._count') ?? 0);
    if (Number(place) > count) return 'order';
    if (Number(place) === count) {
      if (field !== 'id') return 'dependency';
      this.values.set('cmi.interactions._count', String(count + 1));
      this.values.set(`${prefix}.correct_responses._count`, '0');
      return undefined;
    }
    if (!/response|pattern/.test(field)) return undefined;
    const type = this.values.get(`${prefix}.type`);
    if (type === undefined) return this.version === '2004' ? 'dependency' : undefined;
    if (!fitsType(type, value, this.version)) return 'type';
    const pattern = /^correct_responses\.(\d+)\.pattern$/.exec(field)?.[1];
    if (pattern === undefined) return undefined;
    const patterns = Number(this.values.get(`${prefix}.correct_responses._count`) ?? 0);
    if (Number(pattern) > patterns) return 'order';
    if (Number(pattern) === patterns) this.values.set(`${prefix}.correct_responses._count`, String(patterns + 1));
    return undefined;
  }
}

/** How many interactions there are, and patterns in each: not every LMS keeps that with them. */
function countKept(kept: Readonly<Record<string, string>>): [element: string, value: string][] {
  const counts = new Map<string, number>();
  for (const element of Object.keys(kept)) {
    for (const pattern of [/^(cmi\.interactions)\.(\d+)\./, /^(cmi\.interactions\.\d+\.correct_responses)\.(\d+)\./]) {
      const [, collection = '', index = ''] = pattern.exec(element) ?? [];
      if (collection !== '') counts.set(`${collection}._count`, Math.max(counts.get(`${collection}._count`) ?? 0, Number(index) + 1));
    }
  }
  return [...counts].map(([element, count]) => [element, String(count)]);
}

function fitsType(type: string, value: string, version: ScormVersion): boolean {
  const [part, pair] = version === '1.2' ? [',', '.'] : ['[,]', '[.]'];
  const parts = value.split(part);
  if (type === 'matching') return parts.every((text) => text.split(pair).length === 2);
  const isPlain = parts.every((text) => text.split(pair).length === 1);
  return type === 'choice' ? isPlain && new Set(parts).size === parts.length : isPlain;
}
