import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { headingLevelOf } from './html-elements.ts';

/** What opens and shuts a part of the page: accordions, tabs and disclosures. Their parts belong to the page though they are hidden at first. */
export interface Openers {
  /** Whether an element opens a part, as a button of an accordion does. */
  isOpener: (element: Element) => boolean;
  /** Whether an element is a part that something opens. */
  isOpened: (element: Element) => boolean;
  /** The level of the first heading in the part that an element opens. */
  levelInside: (element: Element) => number | undefined;
}

/** Finds what opens what: by `aria-controls`, the target of a collapsing part, or `details`. */
export function findOpeners(page: Nodes): Openers {
  const byId = new Map<string, Element>();
  const openers = new Map<Element, readonly string[]>();
  visit(page, 'element', (element) => {
    const id = element.properties['id'];
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, element);
    const targets = readTargets(element);
    if (targets) openers.set(element, targets);
  });
  const opened = new Set([...openers.values()].flat().flatMap((id) => byId.get(id) ?? []));
  return {
    isOpener: (element) => openers.has(element) || element.tagName === 'summary',
    isOpened: (element) => opened.has(element) || element.properties['role'] === 'tabpanel',
    levelInside: (element) => {
      const part = (openers.get(element) ?? []).flatMap((id) => byId.get(id) ?? [])[0];
      return part && firstLevelIn(part);
    },
  };
}

/** Ids of what an element opens; none for an element that opens nothing. */
function readTargets({ tagName, properties }: Element): string[] | undefined {
  const isSwitch = properties['ariaExpanded'] !== undefined || properties['ariaSelected'] !== undefined || /^(?:collapse|tab)$/.test(String(properties['dataToggle'] ?? properties['dataBsToggle'] ?? ''));
  if (!isSwitch || (tagName !== 'button' && tagName !== 'a' && properties['role'] !== 'button' && properties['role'] !== 'tab')) return undefined;
  const named = [properties['ariaControls'], properties['dataTarget'], properties['dataBsTarget'], properties['href']].flat().filter((target) => typeof target === 'string');
  return named.flatMap((target) => target.split(/\s+/)).map((target) => target.replace(/^#/, '')).filter((target) => target !== '');
}

function firstLevelIn(part: Element): number | undefined {
  let level: number | undefined;
  visit(part, 'element', (element) => {
    level ??= headingLevelOf(element);
  });
  return level;
}
