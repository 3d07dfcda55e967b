import type { ScormPage } from '../../../../src/tracking/scorm/scorm-reporter.ts';

type Heard = { persisted?: boolean };

/** A window for tests: with a frame around it or one that opened it, timers that run when told, and events that are fired by hand. */
export class FakePage implements ScormPage {
  readonly parent: unknown;
  readonly opener: unknown;
  readonly document: { visibilityState: string; addEventListener(type: 'visibilitychange', listener: () => void): void };
  readonly #listeners = new Map<string, ((event: Heard) => void)[]>();
  #timers: (() => void)[] = [];

  constructor({ parent, opener = null }: { parent?: unknown; opener?: unknown } = {}) {
    this.parent = parent ?? this;
    this.opener = opener;
    this.document = { visibilityState: 'visible', addEventListener: (type, listener) => this.#listen(type, listener) };
  }

  setTimeout(run: () => void): void {
    this.#timers.push(run);
  }

  addEventListener(type: 'pagehide' | 'pageshow', listener: (event: Heard) => void): void {
    this.#listen(type, listener);
  }

  fire(type: 'pagehide' | 'pageshow', event: Heard = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }

  look(state: 'visible' | 'hidden'): void {
    this.document.visibilityState = state;
    for (const listener of this.#listeners.get('visibilitychange') ?? []) listener({});
  }

  /** Lets everything that waits for a time happen, `times` times over. */
  async elapse(times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const due = this.#timers;
      this.#timers = [];
      for (const run of due) run();
      await settle();
    }
  }

  get waiting(): number {
    return this.#timers.length;
  }

  #listen(type: string, listener: (event: Heard) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A window of another origin: whatever is read of it throws, but for the way to other windows. */
export function foreignWindow({ parent, opener = null }: { parent?: unknown; opener?: unknown }): object {
  const self: object = new Proxy({}, {
    get(_, name) {
      if (name === 'parent') return parent ?? self;
      if (name === 'opener') return opener;
      throw new DOMException('Blocked a frame from accessing a cross-origin frame', 'SecurityError');
    },
  });
  return self;
}
