import type { Agent } from '../lrs/actor.ts';
import { openLrs, type Answer, type LrsClient } from '../lrs/client.ts';
import type { Clock } from '../lrs/clock.ts';
import { endpointOf, readServiceUrl } from '../lrs/endpoint.ts';
import { isObject, parseJson } from '../lrs/json.ts';
import type { XapiVersion } from '../lrs/statement.ts';
import { say, type Finding, type FindingId, type Named } from './findings.ts';

export interface DiagnoseOptions {
  endpoint: string;
  /** Left out: the site's own proxy adds it. */
  authorization?: string | undefined;
  version: XapiVersion;
  agent: Agent;
  /** The start of the academy's activity IRIs. */
  iriBase: string;
  /** Of the page that tests. */
  page: URL;
  fetch: typeof fetch;
  clock: Clock;
}

/** Milliseconds between two clocks that nobody minds. */
const TOLERATED = 60_000;
const PATIENCE = 15_000;

/** An activity and a document of their own, so that nothing of a learner's is touched. */
const TEST_ACTIVITY = 'connection-test';

/**
 * Tries a connection out as the academy would use it, and says what is wrong with it.
 *
 * What it writes: an empty statement `{}`, which every LRS refuses, so that none is stored; and one State document of the
 * activity `<iriBase>/connection-test`, which it deletes at the end. Nothing in it counts for anybody.
 */
export async function diagnose(options: DiagnoseOptions): Promise<readonly Finding[]> {
  const { endpoint, page, version } = options;
  const named: Named = { lrs: URL.parse(endpoint)?.origin ?? endpoint, site: page.origin, version, versions: [], ahead: 0, status: 0 };
  const url = readServiceUrl(endpoint);
  if (!url) return [say(explainAddress(endpoint, page), named)];
  return new Diagnosis({ ...options, endpoint: endpointOf(url) }, named).run();
}

function explainAddress(endpoint: string, page: URL): FindingId {
  const url = URL.parse(endpoint);
  if (url?.protocol !== 'http:' || url.username !== '' || url.password !== '') return 'bad-address';
  return page.protocol === 'https:' ? 'mixed-content' : 'not-https';
}

class Diagnosis {
  readonly #options: DiagnoseOptions;
  readonly #named: Named;
  readonly #lrs: LrsClient;
  readonly #findings: Finding[] = [];
  /** The LRS's clock against the device's, in milliseconds, where an answer says. */
  #ahead: number | undefined;

  constructor(options: DiagnoseOptions, named: Named) {
    this.#options = options;
    this.#named = named;
    this.#lrs = this.#speak(options.version);
  }

  async run(): Promise<readonly Finding[]> {
    const versions = await this.#lrs.readVersions();
    const major = (version: string) => version.slice(0, 3);
    if (versions && !versions.some((version) => major(version) === major(this.#options.version))) return [this.#say('wrong-version', { versions })];
    const written = await this.#timed(() => this.#lrs.request({ method: 'POST', resource: 'statements', body: '{}' }));
    const obstacle = await this.#explainWriting(written, versions !== undefined);
    if (obstacle) return [obstacle];
    const other = await this.#look(versions !== undefined);
    if (other) return [other];
    await this.#tryState();
    this.#judgeClock();
    return [this.#say('works'), ...this.#findings];
  }

  #speak(version: XapiVersion): LrsClient {
    const { endpoint, authorization, fetch, clock } = this.#options;
    return openLrs({ endpoint, version, fetch, clock, timeLimit: PATIENCE, ...(authorization !== undefined && { authorization }) });
  }

  #say(id: FindingId, more: Partial<Named> = {}): Finding {
    return say(id, { ...this.#named, ...more });
  }

  /** What stands between the academy and its first statement; `undefined` where nothing does. */
  async #explainWriting(answer: Answer, isAboutReadable: boolean): Promise<Finding | undefined> {
    switch (answer.kind) {
      case 'ok':
        return this.#say('accepts-anything');
      case 'unauthorised':
        return this.#say(this.#options.authorization !== undefined ? 'unauthorised' : this.#isOnThisSite() ? 'signed-out' : 'needs-key');
      case 'forbidden':
        return this.#say('forbidden');
      case 'busy':
        return this.#say('busy', { status: answer.status });
      case 'refused':
        return answer.status === 400 ? undefined : this.#say('not-an-lrs', { status: answer.status });
      case 'unreachable':
        if (answer.because === 'time') return this.#say('no-answer');
        if (isAboutReadable) return this.#say('preflight');
        return this.#say((await this.#isSomebodyThere()) ? 'cors' : 'unreachable');
    }
  }

  #isOnThisSite(): boolean {
    return new URL(this.#options.endpoint).origin === this.#options.page.origin;
  }

  /** A request that asks for nothing to be readable comes through wherever there is a server, whatever it says about CORS. */
  async #isSomebodyThere(): Promise<boolean> {
    const { endpoint, fetch, clock } = this.#options;
    if (this.#isOnThisSite()) return false;
    const patience = new AbortController();
    const relax = clock.after(PATIENCE, () => patience.abort());
    try {
      await fetch(`${endpoint}about`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal: patience.signal });
      return true;
    } catch {
      return false;
    } finally {
      relax();
    }
  }

  /** Reads one statement: whether it may, and which version it would have to say. */
  async #look(isVersionKnown: boolean): Promise<Finding | undefined> {
    const ask = (lrs: LrsClient) => this.#timed(() => lrs.request({ method: 'GET', resource: 'statements', query: { limit: '1' } }));
    const answer = await ask(this.#lrs);
    if (answer.kind === 'ok') {
      const [newest] = readStatements(answer.text) ?? [];
      if (readStatements(answer.text) === undefined) return this.#say('not-an-lrs', { status: answer.status });
      this.#noteStored(newest);
      return undefined;
    }
    if (answer.kind === 'refused' && answer.status === 400 && !isVersionKnown) {
      const other: XapiVersion = this.#options.version === '1.0.3' ? '2.0.0' : '1.0.3';
      if ((await ask(this.#speak(other))).kind === 'ok') return this.#say('wrong-version', { versions: [other] });
    }
    this.#findings.push(this.#say('may-not-read'));
    return undefined;
  }

  async #tryState(): Promise<void> {
    const { agent, iriBase } = this.#options;
    const query = { activityId: `${iriBase.replace(/\/$/, '')}/${TEST_ACTIVITY}`, agent: JSON.stringify(agent), stateId: TEST_ACTIVITY };
    const ask = (request: { method: 'GET' | 'PUT' | 'DELETE'; body?: string; ifMatch?: string; ifNoneMatch?: string }) => this.#timed(() => this.#lrs.request({ ...request, resource: 'activities/state', query, contentType: 'text/plain; charset=utf-8' }));
    // Left behind where a test was broken off.
    const there = await ask({ method: 'GET' });
    const condition = there.kind !== 'ok' ? { ifNoneMatch: '*' } : there.etag === undefined ? {} : { ifMatch: there.etag };
    const saved = await ask({ method: 'PUT', body: 'A test of the connection. It can be deleted.', ...condition });
    const read = saved.kind === 'ok' ? await ask({ method: 'GET' }) : saved;
    if (read.kind !== 'ok') return void this.#findings.push(this.#say('no-state'));
    if (read.etag === undefined) this.#findings.push(this.#say('etag-hidden'));
    await ask({ method: 'DELETE', ...(read.etag !== undefined && { ifMatch: read.etag }) });
  }

  async #timed(ask: () => Promise<Answer>): Promise<Answer> {
    const { clock } = this.#options;
    const before = clock.now();
    const answer = await ask();
    // The server made its answer at some time between the two.
    if (answer.kind === 'ok' && answer.at !== undefined) this.#ahead = (before + clock.now()) / 2 - answer.at;
    return answer;
  }

  /** Without a `Date` only one thing is certain: what is stored already was not stored in the future. */
  #noteStored(statement: unknown): void {
    const stored = typeof statement === 'object' && statement !== null && 'stored' in statement ? Date.parse(String(statement.stored)) : NaN;
    const ahead = this.#options.clock.now() - stored;
    if (this.#ahead === undefined && ahead < -TOLERATED) this.#ahead = ahead;
  }

  #judgeClock(): void {
    if (this.#ahead === undefined) this.#findings.push(this.#say('clock-unknown'));
    else if (Math.abs(this.#ahead) > TOLERATED) this.#findings.push(this.#say('clock-off', { ahead: this.#ahead / 1_000 }));
    else this.#findings.push(this.#say('clock-fits'));
  }
}

function readStatements(text: string): readonly unknown[] | undefined {
  const result = parseJson(text);
  return isObject(result) && Array.isArray(result['statements']) ? (result['statements'] as unknown[]) : undefined;
}
