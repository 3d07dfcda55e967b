import { findElement } from '../components/find-element.ts';
import { makeElement } from '../components/make-element.ts';
import { openSessionNotes } from '../record/session-notes.ts';
import { browserFetch } from '../tracking/browser-fetch.ts';
import { NotConnectedError } from '../tracking/connection.ts';
import { basicAuthorization } from '../tracking/xapi/authorization.ts';
import { findWay, type Way } from '../tracking/xapi/connect.ts';
import { diagnose } from '../tracking/xapi/diagnose.ts';
import type { Finding } from '../tracking/xapi/findings.ts';
import { browserClock } from './browser-clock.ts';
import { readPageSettings } from './page-data.ts';

type Tested = Pick<Way, 'endpoint' | 'authorization' | 'actor'>;

const LEVELS: Record<Finding['level'], string> = { fine: 'Works', note: 'Good to know', problem: 'Problem' };

/** Tries out what this window is connected to, or an address that is typed in, and lists what came of it. */
class ConnectionTest extends HTMLElement {
  readonly #settings = readPageSettings();
  readonly #page = new URL(location.href);

  async connectedCallback(): Promise<void> {
    this.hidden = false;
    findElement(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#testTyped();
    });
    const way = await this.#describeWay();
    const button = findElement<HTMLButtonElement>(this, '[data-test-this]');
    button.hidden = way === undefined;
    if (way) button.addEventListener('click', () => void this.#test(way));
    else findElement<HTMLDetailsElement>(this, 'details').open = true;
  }

  async #describeWay(): Promise<Way | undefined> {
    const { launchOrigins, proxy, manual } = this.#settings;
    try {
      // The page's own script has taken a launch out of the address already, and noted it for the window.
      const way = await findWay({ address: new URL(location.href), notes: openSessionNotes(), launchOrigins, proxy, manual, fetch: browserFetch, clock: browserClock });
      const through = way.authorization === undefined ? ', through this site’s own web server' : '';
      this.#say('[data-way]', `Connected to ${way.endpoint}${through}${'account' in way.actor ? `, under the account ${way.actor.account.name}` : ''}.`);
      return way;
    } catch (error) {
      this.#say('[data-way]', `Not connected. ${error instanceof NotConnectedError ? error.message : 'The reason is unknown.'}`);
      return undefined;
    }
  }

  async #testTyped(): Promise<void> {
    const read = (name: string) => findElement<HTMLInputElement>(this, `[name="${name}"]`).value.trim();
    const [endpoint, key, secret] = [read('endpoint'), read('key'), read('secret')];
    const origin = URL.parse(endpoint)?.origin;
    const { launchOrigins, manual, iriBase } = this.#settings;
    const isBlocked = origin !== undefined && origin.startsWith('http') && origin !== this.#page.origin && !manual && !launchOrigins.some((allowed) => URL.parse(allowed)?.origin === origin);
    if (isBlocked) {
      this.#show([{ id: 'unreachable', level: 'problem', what: `Pages of this site may not send to ${origin}: its security policy does not name it.`, todo: 'Add it to launchOrigins in academy.yaml, build the site again, and repeat the test.' }]);
      return;
    }
    const actor = { objectType: 'Agent', account: { homePage: new URL(iriBase).origin, name: 'connection-test' } } as const;
    await this.#test({ endpoint, actor, ...((key !== '' || secret !== '') && { authorization: basicAuthorization(key, secret) }) });
  }

  async #test({ endpoint, authorization, actor }: Tested): Promise<void> {
    findElement(this, '[data-result]').hidden = true;
    this.#say('[data-progress]', 'Testing. This can take half a minute.');
    const { xapiVersion, iriBase } = this.#settings;
    const findings = await diagnose({ endpoint, authorization, agent: actor, version: xapiVersion, iriBase, page: this.#page, fetch: browserFetch, clock: browserClock });
    this.#say('[data-progress]', '');
    this.#show(findings);
  }

  #show(findings: readonly Finding[]): void {
    const rows = findings.map(({ id, level, what, todo }) => makeElement('li', { class: `finding-${level}`, 'data-finding': id }, makeElement('p', {}, makeElement('strong', {}, `${LEVELS[level]}: `), what), todo === undefined ? undefined : makeElement('p', {}, makeElement('strong', {}, 'What to do: '), todo)));
    findElement(this, '[data-findings]').replaceChildren(...rows);
    findElement(this, '[data-result]').hidden = false;
    findElement(this, '#found').focus();
  }

  #say(where: string, text: string): void {
    findElement(this, where).textContent = text;
  }
}

customElements.define('connection-test', ConnectionTest);
