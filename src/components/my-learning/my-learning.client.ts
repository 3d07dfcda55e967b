import { frameworkAddress, moduleAddress, scenarioAddress } from '../../course/addresses.ts';
import type { CourseCatalogue } from '../../record/course-catalogue.ts';
import { writeExport } from '../../record/export.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import type { LearnerRecord } from '../../record/learner-record.ts';
import { projectMyLearning, type LearnedModule } from '../../record/my-learning.ts';
import { isFinished, listAttempts } from '../../record/scenario-progress.ts';
import { listSureAndWeak } from '../../record/worth-another-look.ts';
import { findElement } from '../find-element.ts';
import { formatDate } from '../format-date.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

const NO_CATALOGUE: CourseCatalogue = { modules: [], scenarios: [] };

/** Lists what the learner did, and lets them take a copy, bring one back, or clear it all. */
class MyLearning extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    record.subscribe(() => void this.#refresh(record));
    findElement(this, '[data-save-copy]').addEventListener('click', () => void this.#saveCopy(record));
    findElement(this, '[data-print]').addEventListener('click', () => window.print());
    findElement(this, '#copy-file').addEventListener('change', () => void this.#bringBack(record));
    findElement(this, '[data-clear]').addEventListener('click', () => this.#askToClear(true));
    findElement(this, '[data-clear-no]').addEventListener('click', () => this.#askToClear(false));
    findElement(this, '[data-clear-yes]').addEventListener('click', () => void this.#clear(record));
    findElement(this, '[data-keep]').hidden = false;
    await this.#refresh(record);
  }

  async #refresh(record: LearnerRecord): Promise<void> {
    const events = await record.readAll();
    const isEmpty = events.length === 0;
    findElement(this, '[data-empty]').hidden = !isEmpty;
    for (const part of ['[data-save-copy]', '[data-print]', '[data-clear-part]']) findElement(this, part).hidden = isEmpty;
    const catalogue = isEmpty ? NO_CATALOGUE : await this.#loadCatalogue();
    const { inProgress, completed, noLongerOffered, reflections } = projectMyLearning(events, catalogue);
    this.#list('going', inProgress.map((module) => this.#makeModuleRow(module)));
    this.#list('again', this.#makeAgainRows(events, catalogue));
    this.#list('done', [
      ...completed.map((module) => this.#makeModuleRow(module)),
      ...noLongerOffered.map(({ module, completedAt }) => makeElement('li', {}, module, makeElement('p', { class: 'quiet' }, `Completed on ${formatDate(completedAt)}. This site no longer offers it.`))),
    ]);
    this.#list('scenarios', this.#makeScenarioRows(events, catalogue));
    this.#list('reflections', reflections.filter(({ text }) => text.trim() !== '').map(({ module, title, text, at }) => makeElement('li', {}, title === undefined ? module : this.#makeLink(addressOfModule(module), title), makeElement('p', { class: 'quiet' }, formatDate(at)), makeElement('p', { class: 'reflection-text' }, text))));
  }

  /** Without the list of what the site offers, the record is still shown, without titles. */
  async #loadCatalogue(): Promise<CourseCatalogue> {
    try {
      return await loadCatalogue(this.dataset.catalogue ?? '');
    } catch {
      this.#say('[data-copy-status]', 'The list of modules could not be loaded, so some titles are missing here. Your record is safe. Reload the page to try again.');
      return NO_CATALOGUE;
    }
  }

  #list(section: string, rows: readonly HTMLElement[]): void {
    const element = findElement(this, `[data-section="${section}"]`);
    element.hidden = rows.length === 0;
    findElement(element, '[data-list]').replaceChildren(...rows);
  }

  #makeModuleRow({ module, title, framework, standing, lastAt }: LearnedModule): HTMLElement {
    const facts = standing.completion === 'completed' ? [`Completed on ${formatDate(standing.completedAt ?? '')}`] : [`Last here on ${formatDate(lastAt ?? '')}`];
    if (standing.success === 'passed') facts.push('passed');
    if (standing.success === 'failed') facts.push('worth another go');
    if (standing.changedParts.length > 0) facts.push('changed since');
    return makeElement('li', {}, this.#makeLink(addressOfModule(module), title), makeElement('p', { class: 'quiet' }, `${facts.join(', ')}. `, this.#makeLink(frameworkAddress(framework), 'All modules of its framework')));
  }

  #makeAgainRows(events: readonly LearnerEvent[], { scenarios }: CourseCatalogue): HTMLElement[] {
    return [...Map.groupBy(listSureAndWeak(events), ({ scenario }) => scenario)].flatMap(([id, found]) => {
      const title = scenarios.find((scenario) => scenario.id === id)?.title;
      const times = found.length === 1 ? 'One choice' : `${found.length} choices`;
      return title === undefined ? [] : [makeElement('li', {}, this.#makeLink(scenarioAddress(id), title), makeElement('p', { class: 'quiet' }, `${times}, on ${formatDate(found[0]?.at ?? '')}.`))];
    });
  }

  #makeScenarioRows(events: readonly LearnerEvent[], { scenarios }: CourseCatalogue): HTMLElement[] {
    const latest = new Map(listAttempts(events).map((attempt) => [attempt.scenario, attempt]));
    return [...latest.values()].reverse().map((attempt) => {
      const title = scenarios.find(({ id }) => id === attempt.scenario)?.title;
      const when = isFinished(attempt) ? `Finished on ${formatDate(attempt.ended.at)}` : `Begun on ${formatDate(attempt.started?.at ?? attempt.lastAt)}, not finished`;
      return makeElement('li', {}, title === undefined ? attempt.scenario : this.#makeLink(scenarioAddress(attempt.scenario), title), makeElement('p', { class: 'quiet' }, `${when}.`));
    });
  }

  #makeLink(address: string, text: string): HTMLElement {
    return makeElement('a', { href: `${this.dataset.base ?? '/'}${address}` }, text);
  }

  async #saveCopy(record: LearnerRecord): Promise<void> {
    const now = Date.now();
    const file = new Blob([writeExport(await record.readAll(), now)], { type: 'application/json' });
    const link = makeElement('a', { href: URL.createObjectURL(file), download: `my-learning-${new Date(now).toISOString().slice(0, 10)}.json` });
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say('[data-copy-status]', 'A copy is in your downloads.');
  }

  async #bringBack(record: LearnerRecord): Promise<void> {
    const input = findElement<HTMLInputElement>(this, '#copy-file');
    const file = input.files?.[0];
    if (!file) return;
    // Only those who bring back a copy need the reader, so only they load it.
    const { readExport } = await import('../../record/read-export.ts');
    const read = readExport(await file.text());
    findElement(this, '#copy-error').hidden = read.ok;
    if (!read.ok) {
      findElement(this, '[data-copy-error]').textContent = `${read.message} ${read.hint}`;
      input.value = '';
      input.setAttribute('aria-invalid', 'true');
      document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
      input.focus();
      return;
    }
    input.removeAttribute('aria-invalid');
    document.title = document.title.replace(/^Error: /, '');
    const merged = await record.merge(read.events);
    input.value = '';
    this.#say('[data-copy-status]', !merged.ok ? 'The copy is fine, but this browser does not let the academy store it.' : merged.added === 0 ? 'Everything in this copy was here already.' : `Brought back ${merged.added} ${merged.added === 1 ? 'entry' : 'entries'}.`);
  }

  #askToClear(isAsking: boolean): void {
    const question = findElement(this, '[data-clear-ask]');
    question.hidden = !isAsking;
    (isAsking ? findElement(question, 'h3') : findElement(this, '[data-clear]')).focus();
  }

  async #clear(record: LearnerRecord): Promise<void> {
    const isCleared = await record.clear();
    findElement(this, '[data-clear-ask]').hidden = true;
    this.#say('[data-clear-status]', isCleared ? 'Your learning has been cleared from this browser.' : 'It is being cleared. Close every other window that shows this academy to finish.');
    findElement(this, '[data-clear-status]').focus();
  }

  #say(where: string, text: string): void {
    findElement(this, where).textContent = text;
  }
}

function addressOfModule(module: string): string {
  const [framework = '', element = ''] = module.split('/');
  return moduleAddress(framework, element);
}

customElements.define('my-learning', MyLearning);
