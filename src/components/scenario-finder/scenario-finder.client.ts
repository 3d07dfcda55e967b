import { findElement } from '../find-element.ts';

/** Narrows the list of scenarios to what was chosen. The address keeps the choice, so that it can be shared and come back to. */
class ScenarioFinder extends HTMLElement {
  connectedCallback(): void {
    const form = findElement(this, 'form');
    form.hidden = false;
    const asked = new URLSearchParams(location.search);
    for (const select of form.querySelectorAll('select')) {
      const value = asked.get(select.name) ?? '';
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
    form.addEventListener('change', () => this.#narrow('tell'));
    form.addEventListener('submit', (event) => event.preventDefault());
    findElement(this, '[data-clear]').addEventListener('click', () => {
      for (const select of form.querySelectorAll('select')) select.value = '';
      this.#narrow('tell');
      findElement(this, 'select').focus();
    });
    this.#narrow('stay');
  }

  #narrow(how: 'tell' | 'stay'): void {
    const wanted = new Map([...this.querySelectorAll('select')].filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));
    const cards = [...this.querySelectorAll<HTMLElement>('[data-minutes]')];
    for (const card of cards) card.hidden = !fits(card, wanted);
    const shown = cards.filter(({ hidden }) => !hidden).length;
    findElement(this, '[data-none]').hidden = shown > 0;
    findElement(this, '[data-count]').textContent = wanted.size === 0 ? `${cards.length} scenarios, shortest first.` : `${shown} of ${cards.length} scenarios.`;
    if (how === 'tell') history.replaceState(history.state, '', `${location.pathname}${wanted.size > 0 ? `?${new URLSearchParams([...wanted])}` : ''}`);
  }
}

function fits({ dataset: { themes = '', role, minutes } }: HTMLElement, wanted: ReadonlyMap<string, string>): boolean {
  const theme = wanted.get('theme');
  const mostMinutes = wanted.get('minutes');
  return (theme === undefined || themes.split(' ').includes(theme)) && (wanted.get('role') ?? role) === role && (mostMinutes === undefined || Number(minutes) <= Number(mostMinutes));
}

customElements.define('scenario-finder', ScenarioFinder);
