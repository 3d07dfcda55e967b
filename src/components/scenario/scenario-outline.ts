import type { Judgement } from '../../course/judgement.ts';
import type { Walkable } from '../../course/route.ts';
import { findElement } from '../find-element.ts';

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

/** An ending's heading starts with what kind of thing it is, in a part of its own. */
export const titleOf = (ending: HTMLElement): string => findElement(ending, '[data-heading]').lastChild?.textContent ?? '';

const list = (root: HTMLElement, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
