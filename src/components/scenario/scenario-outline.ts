import type { Judgement } from '../../course/judgement.ts';
import type { Walkable } from '../../course/route.ts';

/** What a script needs of a scenario, read from the page's own HTML. */
export interface ScenarioOutline extends Walkable {
  steps: { id: string; options: { id: string; next: string; judgement: Judgement; element: HTMLElement }[]; element: HTMLElement }[];
  endings: { id: string; element: HTMLElement }[];
}

export function readScenarioOutline(root: HTMLElement): ScenarioOutline {
  return {
    steps: list(root, '[data-step]').map((element) => ({
      id: element.dataset.step ?? '',
      element,
      options: list(element, '[data-option]').map((option) => ({ id: option.dataset.option ?? '', next: option.dataset.next ?? '', judgement: option.dataset.judgement as Judgement, element: option })),
    })),
    endings: list(root, '[data-ending]').map((element) => ({ id: element.dataset.ending ?? '', element })),
  };
}

const list = (root: HTMLElement, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
