/**
 * A note in localStorage of what the database last held. Browsers can lose a database and open an empty one without a word;
 * the note tells. It may lag behind and is lost easily, so it is never more than a hint, and no event is ever kept in it.
 */
export interface Sentinel {
  count: number;
  lastId: string;
  /** When the last event was saved. */
  at: string;
  /** What an earlier note promised and the database no longer held. Stays until it is brought back or let go. */
  missing?: Missing;
}

/** Events that were saved once and are not there any more. */
export interface Missing {
  expected: number;
  found: number;
  lastId: string;
  lastSavedAt: string;
}

/** `undefined` where there is none, it can't be read, or storage is refused. @param key the database's name */
export function readSentinel(key: string): Sentinel | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isSentinel(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Never fails: where the note can't be written, only the warning of a lost database and the sign to other tabs are missing. */
export function writeSentinel(key: string, sentinel: Sentinel): void {
  try {
    localStorage.setItem(key, JSON.stringify(sentinel));
  } catch {
    return;
  }
}

export function removeSentinel(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}

/** Compares the note with the ids that the database holds. More than expected is no loss: the note may lag. */
export function findMissing(sentinel: Sentinel | undefined, ids: readonly string[]): Missing | undefined {
  if (!sentinel) return undefined;
  const { count, lastId, at, missing } = sentinel;
  if (missing && !ids.includes(missing.lastId)) return missing;
  return ids.length < count ? { expected: count, found: ids.length, lastId, lastSavedAt: at } : undefined;
}

/**
 * Tells when another tab saved or cleared: the browser reports its change of the note. Also when this page comes back from
 * the browser's back-forward cache, where it heard nothing. Returns how to stop listening.
 */
export function watchOtherTabs(noteKey: string, onChange: (change: 'saved' | 'cleared') => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const onStorage = ({ key, newValue }: StorageEvent) => {
    // A key of `null` stands for everything: the whole storage was emptied.
    if (key === noteKey || key === null) onChange(newValue === null ? 'cleared' : 'saved');
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) onChange('saved');
  };
  window.addEventListener('storage', onStorage);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pageshow', onShow);
  };
}

function isSentinel(value: unknown): value is Sentinel {
  return typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number' && 'lastId' in value && typeof value.lastId === 'string' && 'at' in value && typeof value.at === 'string';
}
