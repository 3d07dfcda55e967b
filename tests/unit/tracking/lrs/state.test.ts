import { describe, expect, test } from 'vitest';
import { openLrs } from '../../../../src/tracking/lrs/client.ts';
import { loadState, saveState, type StateAddress } from '../../../../src/tracking/lrs/state.ts';
import { clock } from './timing.ts';

const ADDRESS: StateAddress = { activityId: 'https://academy.example/a/b', agent: { objectType: 'Agent', account: { homePage: 'https://hr.example', name: 'a1' } }, registration: '7a6ce1f4-0f3a-4d2a-8c55-3d1f4f0c9a11', stateId: 'progress' };

interface Documents {
  showsEtag?: boolean;
  /** A server in front compresses answers, and marks their ETags as weak. */
  weakens?: boolean;
  /** xAPI 2.0: a document that exists is not overwritten without a condition. */
  insists?: boolean;
  /** Called before every PUT: another device saves. */
  meanwhile?: (documents: Map<string, string>, key: string) => void;
  /** Answers everything. */
  always?: number;
}

/** The State API of an LRS (xAPI Communication 2.3 and 3.1), with ETags as a count of versions. */
function documentsOf({ showsEtag = true, weakens = false, insists = false, meanwhile, always }: Documents = {}) {
  const documents = new Map<string, string>();
  const requests: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { searchParams } = new URL(String(input));
    const key = [...searchParams].map((pair) => pair.join('=')).join('&');
    const headers = new Headers(init.headers);
    const condition = headers.get('If-Match') ?? headers.get('If-None-Match');
    requests.push([init.method, headers.has('If-Match') ? 'if' : headers.has('If-None-Match') ? 'if-none' : '', condition ?? ''].filter(Boolean).join(' '));
    if (always !== undefined) return new Response('no', { status: always });
    const etag = () => `"${documents.get(key)?.length ?? 0}"`;
    if (init.method === 'GET') {
      const text = documents.get(key);
      return text === undefined ? new Response('none', { status: 404 }) : new Response(text, showsEtag ? { headers: { ETag: weakens ? `W/${etag()}` : etag() } } : {});
    }
    meanwhile?.(documents, key);
    const isThere = documents.has(key);
    if (headers.get('If-None-Match') === '*' && isThere) return new Response('there', { status: 412 });
    if (headers.has('If-Match') && (!isThere || (headers.get('If-Match') !== '*' && headers.get('If-Match') !== etag()))) return new Response('changed', { status: 412 });
    if (insists && isThere && condition === null) return new Response('say which', { status: 409 });
    documents.set(key, String(init.body));
    return new Response(null, { status: 204 });
  };
  return { documents, requests, lrs: openLrs({ fetch, clock, endpoint: 'https://lrs.example/', authorization: 'Basic eA==' }) };
}

/** Both texts, each line once. */
const addLine = (line: string) => (there: string | undefined) => [...new Set([...(there?.split('\n') ?? []), line])].join('\n');

describe('a document', () => {
  test('that is not there is none; once saved it is found', async () => {
    const { lrs, requests } = documentsOf();
    expect(await loadState(lrs, ADDRESS)).toEqual({ kind: 'none' });
    expect(await saveState(lrs, ADDRESS, addLine('one'))).toBe(true);
    expect(await loadState(lrs, ADDRESS)).toEqual({ kind: 'found', text: 'one' });
    expect(requests).toEqual(['GET', 'GET', 'PUT if-none *', 'GET']);
  });

  test('is saved again also where a server on the way marks its ETag as weak', async () => {
    const { lrs } = documentsOf({ weakens: true });
    await saveState(lrs, ADDRESS, addLine('one'));
    expect(await saveState(lrs, ADDRESS, addLine('two'))).toBe(true);
    expect(await loadState(lrs, ADDRESS)).toEqual({ kind: 'found', text: 'one\ntwo' });
  });

  test('belongs to one learner, activity and registration', async () => {
    const { lrs, documents } = documentsOf();
    await saveState(lrs, ADDRESS, () => 'x');
    const [key = ''] = documents.keys();
    expect(Object.fromEntries(new URLSearchParams(key))).toEqual({ activityId: ADDRESS.activityId, agent: JSON.stringify(ADDRESS.agent), stateId: 'progress', registration: ADDRESS.registration });
  });

  test('that another device saved meanwhile is merged, not overwritten', async () => {
    let times = 0;
    const { lrs, requests } = documentsOf({
      meanwhile: (documents, key) => {
        times += 1;
        if (times === 2) documents.set(key, addLine('theirs')(documents.get(key)));
      },
    });
    await saveState(lrs, ADDRESS, addLine('one'));
    expect(await saveState(lrs, ADDRESS, addLine('two'))).toBe(true);
    expect(await loadState(lrs, ADDRESS)).toEqual({ kind: 'found', text: 'one\ntheirs\ntwo' });
    expect(requests.slice(2)).toEqual(['GET', 'PUT if "3"', 'GET', 'PUT if "10"', 'GET']);
  });

  test('that another device saves each time is given up after a few tries', async () => {
    let count = 0;
    const { lrs, requests } = documentsOf({
      meanwhile: (documents, key) => {
        documents.set(key, 'x'.repeat((count += 1)));
      },
    });
    expect(await saveState(lrs, ADDRESS, addLine('one'))).toBe(false);
    expect(requests.length).toBeLessThan(10);
  });

  test('is not written again where nothing changed', async () => {
    const { lrs, requests } = documentsOf();
    await saveState(lrs, ADDRESS, addLine('one'));
    expect(await saveState(lrs, ADDRESS, addLine('one'))).toBe(true);
    expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });

  test.each([
    ['the last one wins', false],
    ['an LRS that insists on a condition is given one', true],
  ])('whose ETag the browser may not read: %s', async (_, insists) => {
    const { lrs } = documentsOf({ showsEtag: false, insists });
    await saveState(lrs, ADDRESS, addLine('one'));
    expect(await saveState(lrs, ADDRESS, addLine('two'))).toBe(true);
    expect(await loadState(lrs, ADDRESS)).toEqual({ kind: 'found', text: 'one\ntwo' });
  });

  test.each([404, 403, 401, 500, 405])('of an LRS without such an interface (%i) is quietly done without', async (status) => {
    const { lrs } = documentsOf({ always: status });
    expect((await loadState(lrs, ADDRESS)).kind).toBe(status === 404 ? 'none' : 'unavailable');
    expect(await saveState(lrs, ADDRESS, () => 'x')).toBe(false);
  });
});
