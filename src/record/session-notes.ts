/** Notes of one browser tab that survive a reload of its page, in sessionStorage; in the page's memory where the browser refuses. Never anything a learner did. */
export interface SessionNotes {
  /** What `write` was given, as JSON gives it back; `undefined` where there is nothing readable. */
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

const PREFIX = 'practice-academy:';

/** Never fails. */
export function openSessionNotes(): SessionNotes {
  const memory = new Map<string, string>();
  return {
    read(key) {
      try {
        return JSON.parse(memory.get(key) ?? sessionStorage.getItem(PREFIX + key) ?? '') as unknown;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      const text = JSON.stringify(value);
      memory.set(key, text);
      try {
        sessionStorage.setItem(PREFIX + key, text);
      } catch {
        return;
      }
    },
    remove(key) {
      memory.delete(key);
      try {
        sessionStorage.removeItem(PREFIX + key);
      } catch {
        return;
      }
    },
  };
}
