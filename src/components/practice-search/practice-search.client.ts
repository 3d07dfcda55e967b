import type { LearnerRecord } from '../../record/learner-record.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { findMarks } from './find-marks.ts';

/** The part of Pagefind's browser API that is used here. */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
  search(words: string | null, options: { filters: Filters }): Promise<{ results: Result[] } | null>;
}
type Filters = Record<string, { any: string[] }>;
interface Result {
  data(): Promise<{ url: string; meta: Record<string, string>; filters: Record<string, string[]> }>;
}

/** Hits shown at first, and added by every "Show more". */
const PAGE_SIZE = 12;

/** Milliseconds without a keystroke before searching. */
const PAUSE = 180;

/** Milliseconds that opening a hit may wait for the record. */
const PATIENCE = 400;

class PracticeSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;
  #record: Promise<LearnerRecord> | undefined;
  #results: Result[] = [];
  #words = '';
  #turn = 0;
  #timer = 0;
  /** As many hits as were there when the learner left the page. */
  #firstPage = Math.max(PAGE_SIZE, (history.state as { hits?: number } | null)?.hits ?? 0);

  connectedCallback(): void {
    const form = findElement<HTMLFormElement>(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    form.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#search(), PAUSE);
    });
    findElement(this, '[data-more]').addEventListener('click', () => void this.#showMore(true));
    findElement(this, '[data-hits]').addEventListener('click', (event) => void this.#noteOpened(event));
    this.#readAddress();
  }

  /** A search has an address of its own, so that it can be kept and shared. */
  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    findElement<HTMLInputElement>(this, '[name="q"]').value = asked.get('q') ?? '';
    for (const box of this.querySelectorAll<HTMLInputElement>('[type="checkbox"]')) box.checked = asked.getAll(box.name).includes(box.value);
    if (this.querySelector(':checked')) findElement<HTMLDetailsElement>(this, 'details').open = true;
    if ([...asked.keys()].length > 0) void this.#search();
  }

  async #search(): Promise<void> {
    window.clearTimeout(this.#timer);
    const turn = (this.#turn += 1);
    const words = findElement<HTMLInputElement>(this, '[name="q"]').value.trim();
    const filters = this.#readFilters();
    this.#writeAddress(words, filters);
    if (words === '' && Object.keys(filters).length === 0) return this.#showNothing('');
    let found: { results: Result[] } | null;
    try {
      const pagefind = await this.#load();
      found = await pagefind.search(words === '' ? null : words, { filters });
    } catch (error) {
      this.#fail();
      throw error;
    }
    if (turn !== this.#turn || !found) return;
    // Only those who find something need the record, so only they load it.
    this.#record ??= import('../record/learner-record.ts').then(({ openLearnerRecord }) => openLearnerRecord());
    this.#results = found.results;
    this.#words = words;
    findElement(this, '[data-hits]').replaceChildren();
    findElement(this, '[data-count]').textContent = describeCount(found.results.length, words);
    await this.#showMore(false);
  }

  #fail(): void {
    this.#pagefind = undefined;
    this.#showNothing('Search did not answer. Check your connection and try again.');
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= (async () => {
      const pagefind = (await import(/* @vite-ignore */ this.dataset.index ?? '')) as Pagefind;
      // Its worker is a script address that the page's policy of trusted types refuses, and now and then it leaves a search unanswered.
      await pagefind.options({ baseUrl: '/', noWorker: true });
      await pagefind.init();
      await pagefind.filters();
      return pagefind;
    })();
    return this.#pagefind;
  }

  #readFilters(): Filters {
    const filters: Filters = {};
    for (const { name, value } of this.querySelectorAll<HTMLInputElement>('[type="checkbox"]:checked')) (filters[name] ??= { any: [] }).any.push(value);
    return filters;
  }

  #writeAddress(words: string, filters: Filters): void {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...(words === '' ? [] : [['q', words]]), ...Object.entries(filters).flatMap(([name, { any }]) => any.map((value) => [name, value]))]).toString();
    history.replaceState(history.state, '', address);
  }

  async #showMore(moveFocus: boolean): Promise<void> {
    const list = findElement(this, '[data-hits]');
    const turn = this.#turn;
    const shown = list.children.length;
    let hits: Awaited<ReturnType<Result['data']>>[];
    try {
      hits = await Promise.all(this.#results.slice(shown, shown + (moveFocus ? PAGE_SIZE : this.#firstPage)).map((result) => result.data()));
    } catch (error) {
      this.#fail();
      throw error;
    }
    if (turn !== this.#turn) return;
    this.#firstPage = PAGE_SIZE;
    const rows = hits.map(({ meta, filters }) => this.#makeHit(meta, filters));
    list.append(...rows);
    history.replaceState({ ...(history.state as object | null), hits: list.children.length }, '');
    findElement(this, '[data-more-row]').hidden = list.children.length >= this.#results.length;
    if (moveFocus) rows[0]?.querySelector('a')?.focus();
  }

  #makeHit(meta: Record<string, string>, filters: Record<string, string[]>): HTMLElement {
    const base = this.dataset.base ?? '/';
    const { title = '', text = '', where = '', address = '', practiseTitle, practiseAddress } = meta;
    const isStatement = address.includes('#');
    const link = makeElement('a', { href: `${base}${address}` }, ...this.#mark(isStatement ? `“${text}”` : title));
    const practise = practiseTitle !== undefined && practiseAddress !== undefined && practiseAddress !== address ? makeElement('p', { class: 'hit-practise' }, 'Practise this: ', makeElement('a', { href: `${base}${practiseAddress}` }, practiseTitle)) : undefined;
    return makeElement(
      'li',
      { class: 'hit' },
      makeElement('span', { class: 'tag' }, filters.kind?.[0]),
      makeElement('h2', { class: 'hit-title' }, link),
      isStatement ? undefined : makeElement('p', {}, ...this.#mark(text)),
      makeElement('p', { class: 'hit-where' }, isStatement ? `${title}, ${where}` : where),
      practise,
    );
  }

  #mark(text: string): (Node | string)[] {
    return findMarks(text, this.#words).map(({ text: part, isMarked }) => (isMarked ? makeElement('mark', {}, part) : part));
  }

  /**
   * Puts on record what was opened, for learners who have a record or are reported: a first visit stores nothing. A page that
   * is left may not finish a write, so leaving waits for it, but not for long.
   */
  async #noteOpened(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.hit-title a') : null;
    const base = this.dataset.base ?? '/';
    const entry = link?.getAttribute('href')?.slice(base.length);
    if (!link || !entry) return;
    const staysHere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!staysHere) event.preventDefault();
    const noted = this.#record?.then(async (record) => {
      if (record.isReported || (await record.readAll()).length > 0) await record.append({ type: 'entry-read', entry });
    });
    if (staysHere) return;
    await Promise.race([noted?.catch(() => undefined), new Promise((resolve) => window.setTimeout(resolve, PATIENCE))]);
    location.assign(link.href);
  }

  #showNothing(message: string): void {
    this.#results = [];
    findElement(this, '[data-hits]').replaceChildren();
    findElement(this, '[data-count]').textContent = message;
    findElement(this, '[data-more-row]').hidden = true;
  }
}

function describeCount(count: number, words: string): string {
  const about = words === '' ? '' : ` for “${words}”`;
  if (count === 0) return `Nothing found${about}. Try fewer or other words, or take a filter away.`;
  return `${count} ${count === 1 ? 'result' : 'results'}${about}`;
}

customElements.define('practice-search', PracticeSearch);
