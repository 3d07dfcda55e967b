import type { ModulePart, ModuleRequirements, ModuleStanding } from '../../course/completion.ts';
import { projectScenario } from '../../record/scenario-progress.ts';
import { settleModule } from '../../record/settle-module.ts';
import { findElement } from '../find-element.ts';
import { formatDate } from '../format-date.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Shows which parts of a module are done and, at the page's end, how the module stands once all are. */
class ModuleProgress extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    record.subscribe(() => void this.#refresh());
    const declare = findElement(this, '[data-declare-read]');
    declare.addEventListener('click', () => void this.#declareRead());
    await this.#refresh();
  }

  get #course(): { module: string; requirements: ModuleRequirements } {
    return { module: this.dataset.module ?? '', requirements: JSON.parse(this.dataset.requirements ?? '{}') as ModuleRequirements };
  }

  async #declareRead(): Promise<void> {
    const { module, requirements } = this.#course;
    const record = await openLearnerRecord();
    await record.append({ type: 'module-declared-read', module, edition: requirements.statementsEdition });
    await this.#refresh();
    findElement(document, '#standing').focus();
  }

  async #refresh(): Promise<void> {
    const course = this.#course;
    const record = await openLearnerRecord();
    const { standing, reflection } = await settleModule(record, course);
    const events = await record.readAll();
    for (const part of this.querySelectorAll<HTMLElement>('[data-part]')) {
      const id = part.dataset.part as ModulePart;
      const isBegun = id.startsWith('scenario:') && projectScenario(events, id.slice('scenario:'.length)).unfinished !== undefined;
      showPart(part, standing, id, isBegun);
    }
    const isOnlyRead = course.requirements.scenarios.length === 0 && course.requirements.check === undefined;
    const mustRead = standing.changedParts.includes('statements') || (isOnlyRead && standing.completion === 'incomplete');
    findElement(this, '[data-part="statements"]').hidden = !isOnlyRead && !mustRead;
    findElement(this, '[data-declare-read]').hidden = !mustRead;
    showStanding(describeStanding(standing, reflection !== undefined));
  }
}

/** @param isBegun so that who comes back sees where to go on */
function showPart(part: HTMLElement, { doneEditions, changedParts }: ModuleStanding, id: ModulePart, isBegun: boolean): void {
  const status = findElement(part, '[data-status]');
  const isDone = doneEditions[id] !== undefined;
  const isChanged = changedParts.includes(id);
  status.hidden = !isDone && !isChanged && !isBegun;
  status.className = `tag ${isChanged || !isDone ? 'tag--going' : 'tag--done'}`;
  status.textContent = isChanged ? (isDone ? 'Changed since' : 'New') : isDone ? 'Done' : 'In progress';
}

/** The words are put in only where they differ: a screen reader reads out every change of them. */
function showStanding(lines: readonly string[]): void {
  const place = findElement(document, '#standing');
  if ([...place.children].map(({ textContent }) => textContent).join('\n') === lines.join('\n')) return;
  place.replaceChildren(...lines.map((line, index) => makeElement('p', {}, index === 0 ? makeElement('strong', {}, line) : line)));
}

/** What the learner reads. It says what is next, and keeps no score board. */
function describeStanding({ completion, success, unsafeOnLastRoute, changedParts, completedAt }: ModuleStanding, hasReflection: boolean): string[] {
  if (completion !== 'completed') return [];
  const lines = [`You completed this module on ${formatDate(completedAt ?? '')}.`];
  if (success === 'failed') lines.push(unsafeOnLastRoute ? 'One choice on your last route was not safe. Read its debrief, and try that scenario again.' : 'Some of it is worth another go. Try the scenario or the check again whenever you like.');
  if (changedParts.length > 0) lines.push('Something has changed since. Only the marked parts are new.');
  if (!hasReflection) lines.push('If you have a minute, write a reflection.');
  return lines;
}

customElements.define('module-progress', ModuleProgress);
