import type { DraftEntry, FormerEntry } from './entry.ts';

/** Which statement of the draft is which of the former edition, as far as it is known. */
export class Pairing {
  readonly #draftOf = new Map<FormerEntry, DraftEntry>();
  readonly #formerOf = new Map<DraftEntry, FormerEntry>();
  /** Further parts of a former statement that was split. */
  readonly #wholeOf = new Map<DraftEntry, FormerEntry>();
  readonly #partsOf = new Map<FormerEntry, Set<DraftEntry>>();
  /** Where a former statement went that was merged into another. */
  readonly #mergedInto = new Map<FormerEntry, DraftEntry>();
  readonly #originsOf = new Map<DraftEntry, Set<FormerEntry>>();

  pair(former: FormerEntry, draft: DraftEntry): void {
    this.#draftOf.set(former, draft);
    this.#formerOf.set(draft, former);
  }

  addPart(draft: DraftEntry, former: FormerEntry): void {
    this.#wholeOf.set(draft, former);
    addTo(this.#partsOf, former, draft);
  }

  merge(former: FormerEntry, draft: DraftEntry): void {
    this.#mergedInto.set(former, draft);
    addTo(this.#originsOf, draft, former);
  }

  /** Lets another part of a split statement hold its id. */
  giveTo(former: FormerEntry, part: DraftEntry): void {
    const holder = this.#draftOf.get(former);
    if (!holder || holder === part) return;
    this.#formerOf.delete(holder);
    this.#wholeOf.delete(part);
    this.#partsOf.get(former)?.delete(part);
    this.addPart(holder, former);
    this.pair(former, part);
  }

  /** Lets a merged statement hold the id of another that it is made of. */
  takeFrom(origin: FormerEntry, draft: DraftEntry): void {
    const holder = this.#formerOf.get(draft);
    if (!holder || holder === origin) return;
    this.#draftOf.delete(holder);
    // Without an id to share, what was split off the holder is new.
    for (const part of this.#partsOf.get(holder) ?? []) this.#wholeOf.delete(part);
    this.#partsOf.delete(holder);
    this.#mergedInto.delete(origin);
    this.#originsOf.get(draft)?.delete(origin);
    this.merge(holder, draft);
    this.pair(origin, draft);
  }

  draftOf(former: FormerEntry): DraftEntry | undefined {
    return this.#draftOf.get(former);
  }

  formerOf(draft: DraftEntry): FormerEntry | undefined {
    return this.#formerOf.get(draft);
  }

  wholeOf(draft: DraftEntry): FormerEntry | undefined {
    return this.#wholeOf.get(draft);
  }

  mergedInto(former: FormerEntry): DraftEntry | undefined {
    return this.#mergedInto.get(former);
  }

  isFreeFormer(former: FormerEntry): boolean {
    return !this.#draftOf.has(former) && !this.#mergedInto.has(former);
  }

  isFreeDraft(draft: DraftEntry): boolean {
    return !this.#formerOf.has(draft) && !this.#wholeOf.has(draft);
  }

  /** The statement that holds the id, and the further parts of it: more than one where it was split. */
  partsOf(former: FormerEntry): DraftEntry[] {
    const holder = this.#draftOf.get(former);
    return [...(holder ? [holder] : []), ...(this.#partsOf.get(former) ?? [])].sort((a, b) => a.element - b.element || a.position - b.position);
  }

  /** The former statements that a statement is made of: more than one where they were merged. */
  originsOf(draft: DraftEntry): FormerEntry[] {
    const holder = this.#formerOf.get(draft);
    return [...(holder ? [holder] : []), ...(this.#originsOf.get(draft) ?? [])].sort((a, b) => a.element - b.element || a.position - b.position);
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  sets.set(key, (sets.get(key) ?? new Set<Value>()).add(value));
}
