import type { Cmi5Lms } from '../../../peers/cmi5-lms/cmi5-lms.ts';
import { listCategories, type Statement } from '../../../peers/cmi5-lms/vocabulary.ts';

/** One request, as it went over the wire. */
export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  status: number;
}

/** A `fetch` that writes down all that goes through it. */
export class Wire {
  readonly sent: Sent[] = [];
  readonly #lms: Pick<Cmi5Lms, 'fetch'>;

  constructor(lms: Pick<Cmi5Lms, 'fetch'>) {
    this.#lms = lms;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const request = { method: init.method ?? 'GET', url: new URL(String(input)), headers: new Headers(init.headers), body: typeof init.body === 'string' ? init.body : '' };
    const response = await this.#lms.fetch(input, init);
    this.sent.push({ ...request, status: response.status });
    return response;
  };

  /** Requests to xAPI resources. */
  get xapi(): readonly Sent[] {
    return this.sent.filter(({ url }) => url.pathname.startsWith('/lrs/'));
  }

  /** Every statement as often as it was sent, in order. */
  get statements(): readonly Statement[] {
    return this.xapi.filter(({ method, url }) => method === 'POST' && url.pathname.endsWith('/statements')).flatMap(({ body }) => JSON.parse(body) as Statement | Statement[]);
  }
}

const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const isDefined = (statement: Pick<Statement, 'context'>): boolean => listCategories(statement).includes(CMI5_CATEGORY);
export const verbOf = ({ verb }: Pick<Statement, 'verb'>): string => verb.id.replace(/^.*\//, '');

/** The verbs of cmi5 defined statements that an LMS took from units, in order. */
export const listTold = (lms: Pick<Cmi5Lms, 'statements'>): string[] => lms.statements.filter(isDefined).map(verbOf);
