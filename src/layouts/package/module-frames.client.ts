import { findElement } from '../../components/find-element.ts';
import { makeElement } from '../../components/make-element.ts';

/**
 * Opens a framework's modules in frames of the page that lists them, so that the page and its session stay. A module keeps its
 * frame, with what the learner wrote in it. Which one is open stands in the address: Back and a reload work.
 */
const frames = new Map<string, HTMLIFrameElement>();
const list = findElement(document, '[data-modules]');
const stage = findElement(document, '[data-frames]');
const back = findElement(document, '[data-back]');
const pageTitle = document.title;
let opened: string | undefined;

for (const link of list.querySelectorAll<HTMLAnchorElement>('[data-module] a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    location.hash = hashOf(link);
  });
}
window.addEventListener('hashchange', () => show('move'));
// To the list, it would close the module.
findElement(document, '.govuk-skip-link').addEventListener('click', (event) => {
  const frame = opened !== undefined && opened === location.hash ? frames.get(opened) : undefined;
  if (!frame) return;
  event.preventDefault();
  focusHeading(frame);
});
show('stay');

/** Shows what the address names: a module or, where it names none, the list. */
function show(how: 'move' | 'stay'): void {
  const link = [...list.querySelectorAll<HTMLAnchorElement>('[data-module] a')].find((candidate) => hashOf(candidate) === location.hash);
  for (const frame of frames.values()) frame.hidden = true;
  const isOpen = link !== undefined;
  findElement(document, 'main').hidden = isOpen;
  stage.hidden = !isOpen;
  back.hidden = !isOpen;
  document.body.classList.toggle('has-open-module', isOpen);
  if (link) openModule(link, how);
  else showList(how);
}

function openModule(link: HTMLAnchorElement, how: 'move' | 'stay'): void {
  const name = link.textContent.trim();
  opened = hashOf(link);
  document.title = `${name} – ${pageTitle}`;
  const known = frames.get(opened);
  if (known) {
    known.hidden = false;
    if (how === 'move') focusHeading(known);
    return;
  }
  const frame = makeElement('iframe', { title: name, src: link.href });
  if (how === 'move') frame.addEventListener('load', () => focusHeading(frame), { once: true });
  frames.set(opened, frame);
  stage.append(frame);
}

function showList(how: 'move' | 'stay'): void {
  document.title = pageTitle;
  if (how === 'stay') return;
  const left = [...list.querySelectorAll<HTMLAnchorElement>('[data-module] a')].find((link) => hashOf(link) === opened);
  (left ?? findElement(list, 'h1')).focus();
}

/** So that a screen reader goes on inside the module. */
function focusHeading(frame: HTMLIFrameElement): void {
  frame.focus();
  const heading = frame.contentDocument?.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function hashOf(link: HTMLAnchorElement): string {
  return `#${(link.closest<HTMLElement>('[data-module]')?.dataset.module ?? '').replace('/', '--')}`;
}
