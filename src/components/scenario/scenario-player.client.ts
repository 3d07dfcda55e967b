import { CONFIDENCE_LABELS, isConfidence } from '../../course/confidence.ts';
import { orderOptions } from '../../course/option-order.ts';
import { walkRoute, type Choice, type Route } from '../../course/route.ts';
import type { LearnerEventInput } from '../../record/learner-event.ts';
import { projectScenario, type Attempt } from '../../record/scenario-progress.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';
import { makePathDebrief } from './path-debrief.ts';
import { readScenarioOutline, type ScenarioOutline } from './scenario-outline.ts';

/** What is on the screen. Steps are counted along the route, from 0. */
type View = { at: 'intro' } | { at: 'whole' } | { at: 'step'; index: number } | { at: 'outcome'; index: number } | { at: 'ending' };

/** What the browser's history holds for a scenario: a screen, and the attempt that it was a screen of. */
type Saved = { attempt: string; view: View };

/** Turns a scenario that can be read as a whole into one decision at a time, and keeps every choice on record. */
class AcademyScenario extends HTMLElement {
  #outline: ScenarioOutline = { steps: [], endings: [] };
  #debrief = makeElement('section');
  /** Filled anew for every view. */
  #stage = makeElement('div', { class: 'stage' });
  #attempt: { id: string; seed: number } | undefined;
  #chosen: Choice[] = [];
  #view: View = { at: 'intro' };
  #pageTitle = '';

  async connectedCallback(): Promise<void> {
    this.#pageTitle = document.title;
    this.#outline = readScenarioOutline(this);
    this.#debrief = findElement(this, '[data-debrief]');
    this.classList.add('is-playing');
    this.append(this.#stage);
    this.#showWhole(false);
    for (const { element } of this.#outline.steps) findElement(element, 'form').addEventListener('submit', (event) => this.#choose(event));
    window.addEventListener('popstate', (event) => void this.#goBackTo((event.state as Record<string, Saved> | null)?.[this.#id]));
    window.addEventListener('beforeprint', () => this.#showOnPaper(true));
    window.addEventListener('afterprint', () => this.#showOnPaper(false));
    const before = (history.state as Record<string, Saved> | null)?.[this.#id];
    this.#show({ at: 'intro' }, 'stay');
    await this.#resume(before);
  }

  get #id(): string {
    return this.dataset.scenario ?? '';
  }

  get #route(): Route<ScenarioOutline> {
    return walkRoute(this.#outline, this.#chosen);
  }

  /** After a reload: the screen that was there. Otherwise an attempt that was left unfinished, or the way back to the last finished one. */
  async #resume(before: Saved | undefined): Promise<void> {
    const record = await openLearnerRecord();
    const { attempts, unfinished, lastFinished } = projectScenario(await record.readAll(), this.#id);
    if (this.#attempt) return;
    const reloaded = before && before.view.at !== 'intro' ? attempts.find(({ attempt }) => attempt === before.attempt) : undefined;
    if (before && reloaded && this.#takeUp(reloaded) && this.#isOnRoute(before.view)) return this.#show(before.view, 'stay');
    if (unfinished && unfinished.route.length > 0) {
      if (this.#takeUp(unfinished)) return this.#showWhereItStopped();
      if (unfinished.started) this.#say('This scenario has changed since you were here, so it starts again from the beginning.');
      return;
    }
    if (lastFinished && this.#takeUp(lastFinished)) this.#show({ at: 'intro' }, 'stay');
  }

  /** Goes on with an attempt of the record. `false` where its choices no longer fit the scenario. */
  #takeUp({ attempt, route, started }: Attempt): boolean {
    const chosen = route.map(({ step, option, confidence }) => ({ step, option, ...(confidence && { confidence }) }));
    if (walkRoute(this.#outline, chosen).state === 'broken') return false;
    this.#attempt = { id: attempt, seed: started?.seed ?? 0 };
    this.#chosen = chosen;
    return true;
  }

  #showWhereItStopped(): void {
    const index = this.#chosen.length;
    this.#show(this.#route.state === 'ended' ? { at: 'outcome', index: index - 1 } : { at: 'step', index }, 'stay');
    this.#stage.prepend(makeElement('p', { class: 'quiet' }, 'You left off here. ', makeButton('Start again from the beginning', () => this.#start(), 'link-button')));
  }

  #start(): void {
    this.#chosen = [];
    for (const input of this.querySelectorAll('input')) input.checked = false;
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    // The screen must not wait for the record: the id follows, and everything that is kept comes after it.
    const attempt = { id: '', seed };
    this.#attempt = attempt;
    void openLearnerRecord().then((record) => {
      attempt.id = record.newId();
      const { module, edition = '' } = this.dataset;
      this.#noteInHistory('replace');
      return record.append({ type: 'scenario-started', attempt: attempt.id, scenario: this.#id, edition, seed, ...(module !== undefined && { module }) });
    });
    this.#show({ at: 'step', index: 0 }, 'move');
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    const index = this.#chosen.length;
    const route = this.#route;
    if (route.state !== 'at-step' || this.#view.at !== 'step' || this.#view.index !== index) return;
    const { step } = route;
    const option = step.options.find(({ id }) => id === this.querySelector<HTMLInputElement>(`input[name="${CSS.escape(step.id)}"]:checked`)?.value);
    if (!option) return this.#askForChoice(step.element);
    const said = step.element.querySelector<HTMLInputElement>('[data-confidence] input:checked')?.value;
    const confidence = isConfidence(said) ? { confidence: said } : {};
    this.#chosen = [...this.#chosen, { step: step.id, option: option.id, ...confidence }];
    this.#keep((attempt) => ({ type: 'option-chosen', attempt, scenario: this.#id, step: step.id, option: option.id, judgement: option.judgement, next: option.next, ...confidence }));
    this.#show({ at: 'outcome', index }, 'move');
  }

  /** An error summary above the step, the same words beside the choices, and the title. */
  #askForChoice(step: HTMLElement): void {
    const error = findElement(step, '[data-error]');
    error.hidden = false;
    const first = findElement<HTMLInputElement>(step, '[data-radios] input');
    findElement(step, 'fieldset').setAttribute('aria-describedby', error.id);
    this.querySelector('.govuk-error-summary')?.remove();
    const link = makeElement('a', { href: `#${first.id}` }, 'Select what you would do');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      first.focus();
    });
    const titleId = `${error.id}-summary`;
    const summary = makeElement(
      'div',
      { class: 'govuk-error-summary', tabindex: '-1', role: 'alert', 'aria-labelledby': titleId },
      makeElement('p', { class: 'govuk-error-summary__title', id: titleId }, 'There is a problem'),
      makeElement('ul', { class: 'govuk-error-summary__list' }, makeElement('li', {}, link)),
    );
    this.prepend(summary);
    document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
    summary.focus();
  }

  /** Puts something on record under the attempt's id, which is there by the time the record is open. */
  #keep(write: (attempt: string) => LearnerEventInput): void {
    const attempt = this.#attempt;
    if (attempt) void openLearnerRecord().then((record) => record.append(write(attempt.id)));
  }

  /** Shows a view. `move` also gives the browser's Back button a place to return to, and moves the focus to what is new. */
  #show(view: View, how: 'move' | 'return' | 'stay'): void {
    this.#view = view;
    if (how !== 'return') this.#noteInHistory(how === 'move' ? 'push' : 'replace');
    this.querySelector('.govuk-error-summary')?.remove();
    findElement(this, '[data-intro]').hidden = view.at !== 'intro' && view.at !== 'whole';
    this.#showWhole(view.at === 'whole');
    const heading = this.#fillStage(view);
    document.title = heading ? `${heading.textContent} – ${this.#pageTitle}` : this.#pageTitle;
    if (how === 'stay') return;
    (heading ?? findElement(this.#stage, 'button')).focus({ preventScroll: true });
    const { top } = this.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) this.scrollIntoView({ block: 'start' });
  }

  #noteInHistory(how: 'push' | 'replace'): void {
    const saved: Saved = { attempt: this.#attempt?.id ?? '', view: this.#view };
    const state = { ...(history.state as object | null), [this.#id]: saved };
    if (how === 'push') history.pushState(state, '');
    else history.replaceState(state, '');
  }

  /** Back and Forward. Links within the page have no screen of ours, and change nothing here. */
  async #goBackTo(saved: Saved | undefined): Promise<void> {
    if (!saved || (saved.attempt === (this.#attempt?.id ?? '') && JSON.stringify(saved.view) === JSON.stringify(this.#view))) return;
    if (saved.attempt !== '' && saved.attempt !== this.#attempt?.id) {
      const record = await openLearnerRecord();
      const attempt = projectScenario(await record.readAll(), this.#id).attempts.find((candidate) => candidate.attempt === saved.attempt);
      if (attempt) this.#takeUp(attempt);
    }
    this.#show(this.#isOnRoute(saved.view) ? saved.view : { at: 'intro' }, 'return');
  }

  #isOnRoute(view: View): boolean {
    const { state } = this.#route;
    if (view.at === 'intro' || view.at === 'whole') return true;
    if (view.at === 'ending') return state === 'ended';
    return view.index < this.#chosen.length || (view.at === 'step' && view.index === this.#chosen.length && state === 'at-step' && this.#attempt !== undefined);
  }

  /** Steps and endings move onto the stage and back, so that nothing is written twice. Returns the heading of the view. */
  #fillStage(view: View): HTMLElement | undefined {
    this.#clearStage();
    if (view.at === 'intro') return this.#showWaysIn();
    if (view.at === 'whole') return this.#showWayBack();
    if (view.at === 'ending') return this.#showEnding();
    return view.at === 'outcome' ? this.#showOutcome(view.index) : this.#showStep(view.index);
  }

  /** Puts what stood on the stage back in its place, and numbers the steps as they stand there. */
  #clearStage(): void {
    this.#stage.replaceChildren();
    this.append(this.#stage);
    const { steps, endings } = this.#outline;
    for (const [index, { element }] of steps.entries()) findElement(element, '[data-heading]').textContent = `Step ${index + 1}`;
    findElement(this, '[data-whole]').append(...[...steps, ...endings].map(({ element }) => element), this.#debrief);
  }

  #showWaysIn(): undefined {
    const { state } = this.#route;
    const index = this.#chosen.length;
    const goOn = () => this.#show(state === 'ended' ? { at: 'ending' } : { at: 'step', index }, 'move');
    const buttons =
      index === 0
        ? [makeButton('Start the scenario', () => this.#start())]
        : state === 'ended'
          ? [makeButton('Try it again', () => this.#start()), makeButton('See how it went last time', goOn, 'govuk-button govuk-button--secondary')]
          : [makeButton('Carry on', goOn), makeButton('Start again from the beginning', () => this.#start(), 'govuk-button govuk-button--secondary')];
    this.#stage.append(
      makeElement('div', { class: 'button-row' }, ...buttons),
      makeElement('p', { class: 'quiet no-print' }, 'In a group? ', makeButton('Read it as a whole', () => this.#show({ at: 'whole' }, 'move'), 'link-button'), ': every choice in a fixed order, and nothing is kept.'),
    );
    return undefined;
  }

  /** For a group, around a screen: the scenario as it stands on paper, in the order in which it was written. The way back stands above it, where reading starts. */
  #showWayBack(): undefined {
    findElement(this, '[data-whole]').before(this.#stage);
    this.#stage.append(makeElement('div', { class: 'button-row' }, makeButton('One decision at a time', () => this.#show({ at: 'intro' }, 'move'), 'govuk-button govuk-button--secondary')));
    return undefined;
  }

  #showStep(index: number): HTMLElement | undefined {
    const route = this.#route;
    const taken = route.steps[index];
    const step = taken?.step ?? (route.state === 'at-step' ? route.step : undefined);
    if (!step) return undefined;
    const heading = findElement(step.element, '[data-heading]');
    heading.textContent = `Step ${index + 1}`;
    const radios = findElement(step.element, '[data-radios]');
    for (const id of orderOptions(step.options.map((option) => option.id), this.#attempt?.seed ?? 0)) {
      const input = findElement<HTMLInputElement>(radios, `input[value="${CSS.escape(id)}"]`);
      if (taken) input.checked = taken.taken.option.id === id;
      input.disabled = taken !== undefined;
      radios.append(input.closest('.govuk-radios__item') ?? input);
    }
    this.#showConfidence(step.element, taken);
    findElement(step.element, '[data-error]').hidden = true;
    findElement(step.element, 'fieldset').removeAttribute('aria-describedby');
    findElement(step.element, 'form button').hidden = taken !== undefined;
    this.#stage.append(step.element);
    if (taken) {
      this.#stage.append(
        makeElement('p', { class: 'quiet' }, 'This is what you chose. It stays as it is; at the end you can try again.'),
        makeElement('div', { class: 'button-row' }, makeButton('See what happened', () => this.#show({ at: 'outcome', index }, 'move'))),
      );
    }
    return heading;
  }

  /** What was said of a choice that was made stays beside it; where nothing was said, nothing is asked any more. */
  #showConfidence(step: HTMLElement, taken: { confidence?: string } | undefined): void {
    const question = findElement(step, '[data-confidence]');
    question.hidden = taken !== undefined && taken.confidence === undefined;
    for (const input of question.querySelectorAll('input')) {
      if (taken) input.checked = input.value === taken.confidence;
      input.disabled = taken !== undefined;
    }
  }

  #showOutcome(index: number): HTMLElement | undefined {
    const turn = this.#route.steps[index];
    if (!turn) return undefined;
    const { option, leadsTo } = turn.taken;
    const { confidence } = turn;
    const heading = this.#makeHeading('What happened');
    heading.tabIndex = -1;
    const consequence = [...findElement(option.element, '[data-consequence]').children].filter((child) => !child.matches('[data-next-link]')).map((child) => child.cloneNode(true));
    const goOn = leadsTo.kind === 'ending' ? makeButton('See how it ends', () => this.#show({ at: 'ending' }, 'move')) : makeButton('Carry on', () => this.#show({ at: 'step', index: index + 1 }, 'move'));
    this.#stage.append(
      heading,
      makeElement('p', { class: 'your-choice' }, 'You chose: ', makeElement('strong', {}, findElement(option.element, 'summary').textContent), confidence && ` You were ${CONFIDENCE_LABELS[confidence].toLowerCase()}.`),
      makeElement('div', { class: `feedback feedback--${option.judgement}` }, ...consequence),
      makeElement('div', { class: 'button-row' }, goOn),
    );
    return heading;
  }

  #showEnding(): HTMLElement | undefined {
    const route = this.#route;
    if (route.state !== 'ended') return undefined;
    void this.#keepEnding(route.ending.id);
    this.#stage.append(
      route.ending.element,
      makeElement('section', { class: 'scenario-debrief' }, this.#makeHeading('Your route'), ...makePathDebrief(this.#outline, route)),
      this.#debrief,
      makeElement('div', { class: 'button-row' }, makeButton('Try again', () => this.#start())),
    );
    return findElement(route.ending.element, '[data-heading]');
  }

  /** Once for an attempt, however often its ending is looked at. */
  async #keepEnding(ending: string): Promise<void> {
    const attempt = this.#attempt;
    const record = await openLearnerRecord();
    const isKept = (await record.readAll()).some((event) => event.type === 'scenario-ended' && event.attempt === attempt?.id);
    if (isKept || attempt !== this.#attempt) return;
    const route = this.#route.steps.map(({ step, taken, confidence }) => ({ step: step.id, option: taken.option.id, judgement: taken.option.judgement, ...(confidence && { confidence }) }));
    this.#keep((id) => ({ type: 'scenario-ended', attempt: id, scenario: this.#id, ending, edition: this.dataset.edition ?? '', route }));
  }

  /** On paper a scenario reads whole, unless its ending is on the screen: then what is printed is the learner's route. */
  #showOnPaper(isPrinting: boolean): void {
    if (this.#view.at === 'ending' || this.#view.at === 'whole') return;
    if (isPrinting) this.#clearStage();
    else this.#fillStage(this.#view);
    findElement(this, '[data-intro]').hidden = !isPrinting && this.#view.at !== 'intro';
    this.#showWhole(isPrinting);
  }

  #showWhole(isShown: boolean): void {
    findElement(this, '[data-whole]').hidden = !isShown;
    for (const { element } of this.#outline.steps) {
      findElement(element, '[data-reading]').hidden = !isShown;
      findElement(element, 'form').hidden = isShown;
    }
  }

  /** A heading of the level that the page's HTML has for steps. */
  #makeHeading(text: string): HTMLElement {
    return makeElement(findElement(this, '[data-heading]').tagName === 'H2' ? 'h2' : 'h4', { class: 'scenario-heading' }, text);
  }

  #say(text: string): void {
    findElement(this, '[data-intro]').append(makeElement('p', { class: 'notice' }, text));
  }
}

function makeButton(text: string, press: () => void, look = 'govuk-button'): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', class: look }, text);
  button.addEventListener('click', press);
  return button;
}

customElements.define('academy-scenario', AcademyScenario);
