import type { ModulePart, ModuleRequirements, ModuleStanding } from '../../course/completion.ts';
import { settleModule } from '../../record/settle-module.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Shows which parts of a module are done and, once all are, how it went. */
class ModuleProgress extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    record.subscribe(() => void this.#refresh());
    const declare = this.querySelector<HTMLButtonElement>('[data-declare-read]');
    declare?.addEventListener('click', () => void record.append({ type: 'module-declared-read', module: this.#module, edition: this.#requirements.statementsEdition }));
    await this.#refresh();
  }

  get #module(): string {
    return this.dataset.module ?? '';
  }

  get #requirements(): ModuleRequirements {
    return JSON.parse(this.dataset.requirements ?? '{}') as ModuleRequirements;
  }

  async #refresh(): Promise<void> {
    const record = await openLearnerRecord();
    const { standing, reflection } = await settleModule(record, { module: this.#module, requirements: this.#requirements });
    for (const part of this.querySelectorAll<HTMLElement>('[data-part]')) {
      const id = part.dataset.part ?? '';
      if (id === 'reflection') continue;
      showPart(part, standing, id as ModulePart);
    }
    const declare = this.querySelector<HTMLButtonElement>('[data-declare-read]');
    if (declare) declare.hidden = standing.completion === 'completed';
    const box = findElement(this, '[data-standing]');
    box.hidden = standing.completion !== 'completed';
    box.replaceChildren(...describeStanding(standing, reflection !== undefined));
  }
}

function showPart(part: HTMLElement, { doneEditions, changedParts }: ModuleStanding, id: ModulePart): void {
  const status = findElement(part, '[data-status]');
  const isDone = doneEditions[id] !== undefined;
  const isChanged = changedParts.includes(id);
  status.hidden = !isDone && !isChanged;
  status.className = `tag ${isChanged ? 'tag--going' : 'tag--done'}`;
  status.textContent = isChanged ? (isDone ? 'Changed since' : 'New') : 'Done';
}

/** What the learner reads. It says what is next, and keeps no score board. */
function describeStanding({ completion, success, unsafeOnLastRoute, changedParts, completedAt }: ModuleStanding, hasReflection: boolean): HTMLElement[] {
  if (completion !== 'completed') return [];
  const date = completedAt ? new Date(completedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }) : '';
  const lines = [`Completed on ${date}.`];
  if (success === 'failed') lines.push(unsafeOnLastRoute ? 'One choice on your last route was not safe. Read its debrief, and try that scenario again.' : 'Some of it is worth another go. Try a scenario or the check again whenever you like.');
  if (changedParts.length > 0) lines.push('Something has changed since. Only the marked parts are new.');
  if (!hasReflection) lines.push('If you have a minute, write a reflection.');
  return lines.map((line, index) => makeElement('p', {}, index === 0 ? makeElement('strong', {}, line) : line));
}

customElements.define('module-progress', ModuleProgress);
