import { moduleAddress, scenarioAddress } from '../../course/addresses.ts';
import { projectContinue, type Continuation } from '../../record/continue-learning.ts';
import type { CourseCatalogue } from '../../record/course-catalogue.ts';
import { findElement } from '../find-element.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { openLearnerRecord } from '../record/learner-record.ts';

/** Leads back to what was left unfinished. Stays hidden where there is nothing. */
class ContinueLearning extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const record = await openLearnerRecord();
    const events = await record.readAll();
    if (events.length === 0) return;
    const catalogue = await loadCatalogue(this.dataset.catalogue ?? '');
    const next = projectContinue(events, catalogue);
    if (!next) return;
    const link = findElement<HTMLAnchorElement>(this, '[data-link]');
    link.textContent = titleOf(next, catalogue);
    link.href = `${this.dataset.base ?? '/'}${addressOf(next)}`;
    this.hidden = false;
  }
}

const titleOf = ({ kind, id }: Continuation, { scenarios, modules }: CourseCatalogue): string => (kind === 'scenario' ? scenarios.find((scenario) => scenario.id === id)?.title : modules.find(({ module }) => module === id)?.title) ?? id;

/** A scenario that was begun in a module goes on there. */
function addressOf(next: Continuation): string {
  const module = next.kind === 'module' ? next.id : next.module;
  if (module === undefined) return scenarioAddress(next.id);
  const [framework = '', element = ''] = module.split('/');
  return `${moduleAddress(framework, element)}${next.kind === 'scenario' ? `#scenario-${next.id}` : ''}`;
}

customElements.define('continue-learning', ContinueLearning);
