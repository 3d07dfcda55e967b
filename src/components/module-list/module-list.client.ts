import type { CatalogueModule } from '../../record/course-catalogue.ts';
import type { LearnerEvent } from '../../record/learner-event.ts';
import { projectModule } from '../../record/module-progress.ts';
import { findElement } from '../find-element.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { makeElement } from '../make-element.ts';
import { readTrackedCourse } from '../read-tracked-course.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

type Course = Pick<CatalogueModule, 'module' | 'requirements'>;

/** Marks what the learner has begun and finished in a list of modules. Marks nothing where nothing was begun. */
class ModuleList extends HTMLElement {
  #courses: Promise<readonly Course[]> | undefined;

  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    const refresh = async () => this.#show(await record.readAll());
    record.subscribe(() => void refresh());
    await refresh();
  }

  async #show(events: readonly LearnerEvent[]): Promise<void> {
    if (events.length === 0) return;
    this.#courses ??= this.#load();
    for (const course of await this.#courses) {
      const row = this.querySelector<HTMLElement>(`[data-module="${CSS.escape(course.module)}"]`);
      if (!row) continue;
      const { standing, startedAt } = projectModule(events, course);
      const status = standing.completion === 'completed' ? (standing.changedParts.length > 0 ? ['Changed since', 'tag--going'] : ['Completed', 'tag--done']) : startedAt === undefined ? undefined : ['In progress', 'tag--going'];
      if (status) findElement(row, '[data-status]').replaceChildren(makeElement('span', { class: `tag ${status[1] ?? ''}` }, status[0]));
    }
  }

  async #load(): Promise<readonly Course[]> {
    const { catalogue } = this.dataset;
    return catalogue === undefined ? readTrackedCourse().modules : (await loadCatalogue(catalogue)).modules;
  }
}

customElements.define('module-list', ModuleList);
