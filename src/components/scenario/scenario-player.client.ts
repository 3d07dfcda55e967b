import { orderOptions } from '../../course/option-order.ts';
import { walkRoute, type Choice, type Route } from '../../course/route.ts';
import { projectScenario, type Attempt } from '../../record/scenario-progress.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../make-element.ts';
import { openLearnerRecord } from '../record/learner-record.ts';
import { describeRoute, makeRouteView } from './route-view.ts';
import { readScenarioOutline, type ScenarioOutline } from './scenario-outline.ts';

/** What is on the screen. Steps are counted along the route, from 0. */
type View = { at: 'intro' } | { at: 'step'; index: number } | { at: 'outcome'; index: number } | { at: 'ending' };

/** Turns a scenario that can be read as a whole into one decision at a time, and keeps every choice on record. */
class AcademyScenario extends HTMLElement {
  #outline: ScenarioOutline = { steps: [], endings: [] };
  #debrief = makeElement('section');
  #attempt: { id: string; seed: number } | undefined;
  #chosen: Choice[] = [];
  #view: View = { at: 'intro' };
  #pageTitle = '';
  /** Built by this script, and built anew for every view. */
  #stage = makeElement('div', { class: 'stage' });

  async connectedCallback(): Promise<void> {
    this.#pageTitle = document.title;
    this.#outline = readScenarioOutline(this);
    this.#debrief = findElement(this, '[data-debrief]');
    this.classList.add('is-playing');
    findElement(this, '[data-whole]').hidden = true;
    this.append(this.#stage);
    for (const step of this.#outline.steps) {
      findElement(step.element, '[data-reading]').hidden = true;
      findElement(step.element, 'form').hidden = false;
      findElement(step.element, 'form').addEventListener('submit', (event) => this.#choose(event));
    }
    findElement(this, '[data-start]').addEventListener('click', () => this.#start());
    window.addEventListener('beforeprint', () => this.#showOnPaper(true));
    window.addEventListener('afterprint', () => this.#showOnPaper(false));
    window.addEventListener('popstate', (event) => this.#goBackTo(event.state as Record<string, View> | null));
    this.#show({ at: 'intro' }, 'stay');
    await this.#resume();
  }

  get #id(): string {
    return this.dataset.scenario ?? '';
  }

  get #route(): Route<ScenarioOutline> {
    return walkRoute(this.#outline, this.#chosen);
  }

  /** Takes up an attempt that was left unfinished, or offers the way back to the last one that was finished. */
  async #resume(): Promise<void> {
    const record = await openLearnerRecord();
    const { unfinished, lastFinished } = projectScenario(await record.readAll(), this.#id);
    if (this.#attempt) return;
    const canGoOn = unfinished !== undefined && unfinished.route.length > 0 && walkRoute(this.#outline, unfinished.route).state !== 'broken';
    if (canGoOn) return this.#takeUp(unfinished);
    if (unfinished && unfinished.route.length > 0) this.#say('This scenario has changed since you were here, so it starts again from the beginning.');
    if (!lastFinished || walkRoute(this.#outline, lastFinished.route).state !== 'ended') return;
    findElement(this, '[data-start]').textContent = 'Try it again';
    const again = makeElement('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, 'See how it went last time');
    again.addEventListener('click', () => {
      this.#takeUp(lastFinished);
      this.#show({ at: 'ending' }, 'move');
    });
    findElement(this, '[data-start-row]').append(again);
  }

  #takeUp({ attempt, route, started }: Attempt): void {
    this.#attempt = { id: attempt, seed: started?.seed ?? 0 };
    this.#chosen = route.map(({ step, option }) => ({ step, option }));
    const { state } = this.#route;
    this.#show(state === 'ended' ? { at: 'outcome', index: this.#chosen.length - 1 } : { at: 'step', index: this.#chosen.length }, 'stay');
    history.replaceState({ ...(history.state as object | null), [this.#id]: this.#view }, '');
    this.#stage.prepend(makeElement('p', { class: 'quiet' }, 'You left off here. ', this.#makeButton('Start again from the beginning', () => this.#start(), 'link')));
  }

  #start(): void {
    this.#chosen = [];
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    // The id is needed at once, the record only a moment later.
    const attempt = { id: '', seed };
    this.#attempt = attempt;
    void openLearnerRecord().then((record) => {
      attempt.id = record.newId();
      const { module, edition = '' } = this.dataset;
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
    this.#chosen = [...this.#chosen, { step: step.id, option: option.id }];
    this.#keep({ type: 'option-chosen', step: step.id, option: option.id, judgement: option.judgement, next: option.next });
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
    const summary = makeElement('div', { class: 'govuk-error-summary', tabindex: '-1', role: 'alert' }, makeElement('h3', { class: 'govuk-error-summary__title' }, 'There is a problem'), makeElement('ul', { class: 'govuk-error-summary__list' }, makeElement('li', {}, link)));
    this.prepend(summary);
    document.title = `Error: ${this.#pageTitle}`;
    summary.focus();
  }

  #keep(event: { type: 'option-chosen'; step: string; option: string; judgement: ScenarioOutline['steps'][number]['options'][number]['judgement']; next: string } | { type: 'scenario-ended'; ending: string }): void {
    const attempt = this.#attempt;
    const route = this.#route.steps.map(({ step, taken }) => ({ step: step.id, option: taken.option.id, judgement: taken.option.judgement }));
    void openLearnerRecord().then((record) => {
      const common = { attempt: attempt?.id ?? '', scenario: this.#id };
      return record.append(event.type === 'option-chosen' ? { ...event, ...common } : { ...event, ...common, edition: this.dataset.edition ?? '', route });
    });
  }

  /** Shows a view. `move` also gives the browser's Back button a place to return to, and moves the focus to what is new. */
  #show(view: View, how: 'move' | 'return' | 'stay'): void {
    this.#view = view;
    if (how === 'move') history.pushState({ ...(history.state as object | null), [this.#id]: view }, '');
    this.querySelector('.govuk-error-summary')?.remove();
    findElement(this, '[data-intro]').hidden = view.at !== 'intro';
    findElement(this, '[data-start-row]').hidden = view.at !== 'intro';
    const heading = this.#fillStage(view);
    document.title = heading ? `${heading.textContent} – ${this.#pageTitle}` : this.#pageTitle;
    if (how === 'stay') return;
    const target = heading ?? findElement(this, '[data-start]');
    target.focus({ preventScroll: true });
    const start = this.getBoundingClientRect().top;
    if (start < 0 || start > window.innerHeight / 2) this.scrollIntoView({ block: 'start' });
  }

  /** Returns the heading of the view. Steps and endings move onto the stage and back, so that nothing is written twice. */
  #fillStage(view: View): HTMLElement | undefined {
    this.#clearStage();
    if (view.at === 'intro') return undefined;
    if (view.at === 'ending') return this.#showEnding();
    const turn = this.#route.steps[view.index];
    if (view.at === 'outcome') return turn && this.#showOutcome(view.index);
    return this.#showStep(view.index);
  }

  /** Puts what stood on the stage back in its place among the steps and endings. */
  #clearStage(): void {
    this.#stage.replaceChildren();
    const { steps, endings } = this.#outline;
    findElement(this, '[data-whole]').append(...[...steps, ...endings].map(({ element }) => element), this.#debrief);
  }

  /** On paper a scenario reads whole, unless its ending is on the screen: then what is printed is the learner's route. */
  #showOnPaper(isPrinting: boolean): void {
    if (this.#view.at === 'ending') return;
    if (isPrinting) this.#clearStage();
    else this.#fillStage(this.#view);
    findElement(this, '[data-whole]').hidden = !isPrinting;
    for (const { element } of this.#outline.steps) {
      findElement(element, '[data-reading]').hidden = !isPrinting;
      findElement(element, 'form').hidden = isPrinting;
    }
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
      input.checked = taken?.taken.option.id === id;
      input.disabled = taken !== undefined;
      radios.append(input.closest('.govuk-radios__item') ?? input);
    }
    findElement(step.element, '[data-error]').hidden = true;
    findElement(step.element, 'fieldset').removeAttribute('aria-describedby');
    findElement(step.element, 'form button').hidden = taken !== undefined;
    this.#stage.append(step.element);
    if (taken) {
      this.#stage.append(
        makeElement('p', { class: 'quiet' }, 'This is what you chose. It stays as it is; at the end you can try again.'),
        makeElement('div', { class: 'button-row' }, this.#makeButton('See what happened', () => this.#show({ at: 'outcome', index }, 'move'))),
      );
    }
    return heading;
  }

  #showOutcome(index: number): HTMLElement | undefined {
    const turn = this.#route.steps[index];
    if (!turn) return undefined;
    const { option, leadsTo } = turn.taken;
    const heading = this.#makeHeading('What happened');
    heading.tabIndex = -1;
    const consequence = [...findElement(option.element, '[data-consequence]').children].filter((child) => !child.matches('[data-next-link]')).map((child) => child.cloneNode(true));
    this.#stage.append(
      heading,
      makeElement('p', { class: 'your-choice' }, 'You chose: ', makeElement('strong', {}, findElement(option.element, 'summary').textContent)),
      makeElement('div', { class: `feedback feedback--${option.judgement}` }, ...consequence),
      makeElement('div', { class: 'button-row' }, leadsTo.kind === 'ending' ? this.#makeButton('See how it ends', () => this.#show({ at: 'ending' }, 'move')) : this.#makeButton('Carry on', () => this.#show({ at: 'step', index: index + 1 }, 'move'))),
    );
    return heading;
  }

  #showEnding(): HTMLElement | undefined {
    const route = this.#route;
    if (route.state !== 'ended') return undefined;
    void this.#keepEnding(route.ending.id);
    const heading = findElement(route.ending.element, '[data-heading]');
    this.#stage.append(
      route.ending.element,
      makeElement('section', { class: 'scenario-debrief' }, this.#makeHeading('Your route'), makeElement('p', { class: 'quiet' }, `${describeRoute(route)}.`), makeRouteView(route)),
      this.#debrief,
      makeElement('div', { class: 'button-row' }, this.#makeButton('Try again', () => this.#start())),
    );
    return heading;
  }

  /** Once for an attempt, however often its ending is looked at. */
  async #keepEnding(ending: string): Promise<void> {
    const attempt = this.#attempt;
    const record = await openLearnerRecord();
    const isKept = (await record.readAll()).some((event) => event.type === 'scenario-ended' && event.attempt === attempt?.id);
    if (!isKept && attempt === this.#attempt) this.#keep({ type: 'scenario-ended', ending });
  }

  /** A heading of the level that the page's HTML has for steps. */
  #makeHeading(text: string): HTMLElement {
    const level = findElement(this, '[data-heading]').tagName === 'H2' ? 'h2' : 'h4';
    return makeElement(level, { class: 'scenario-heading' }, text);
  }

  #makeButton(text: string, press: () => void, look: 'button' | 'link' = 'button'): HTMLButtonElement {
    const button = makeElement('button', { type: 'button', class: look === 'button' ? 'govuk-button' : 'link-button' }, text);
    button.addEventListener('click', press);
    return button;
  }

  #say(text: string): void {
    findElement(this, '[data-intro]').append(makeElement('p', { class: 'notice' }, text));
  }

  /** After a fresh start, the browser's history still holds places of the attempt before. */
  #isOnRoute(view: View): boolean {
    const { state } = this.#route;
    if (view.at === 'intro') return true;
    if (view.at === 'ending') return state === 'ended';
    return view.index < this.#chosen.length || (view.at === 'step' && view.index === this.#chosen.length && state === 'at-step' && this.#attempt !== undefined);
  }

  #goBackTo(state: Record<string, View> | null): void {
    const view = state?.[this.#id] ?? { at: 'intro' };
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#show(this.#isOnRoute(view) ? view : { at: 'intro' }, 'return');
  }
}

customElements.define('academy-scenario', AcademyScenario);
