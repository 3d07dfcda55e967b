import { projectModule } from '../../record/module-progress.ts';
import { findElement } from '../find-element.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Marks what the learner has begun and finished in a list of modules. Marks nothing where nothing was begun. */
class ModuleList extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    const events = await record.readAll();
    if (events.length === 0) return;
    const catalogue = await loadCatalogue(this.dataset.catalogue ?? '');
    for (const course of catalogue.modules) {
      const row = this.querySelector<HTMLElement>(`[data-module="${CSS.escape(course.module)}"]`);
      if (!row) continue;
      const { standing, startedAt } = projectModule(events, course);
      const status = standing.completion === 'completed' ? (standing.changedParts.length > 0 ? ['Changed since', 'tag--going'] : ['Completed', 'tag--done']) : startedAt === undefined ? undefined : ['In progress', 'tag--going'];
      if (status) findElement(row, '[data-status]').replaceChildren(makeElement('span', { class: `tag ${status[1] ?? ''}` }, status[0]));
    }
  }
}

customElements.define('module-list', ModuleList);
