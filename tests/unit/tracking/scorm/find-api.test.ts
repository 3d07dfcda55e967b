import { describe, expect, test } from 'vitest';
import { findApi, waitForApi } from '../../../../src/tracking/scorm/find-api.ts';
import { FakePage, foreignWindow } from './fake-page.ts';

const api = { LMSInitialize: () => 'true' };
const find = (page: { parent: unknown; opener: unknown }) => findApi(page, 'API', 'LMSInitialize');
const within = (parent: unknown) => new FakePage({ parent });
const top = (extra: object = {}): object => {
  const self: Record<string, unknown> = { opener: null, ...extra };
  self['parent'] = self;
  return self;
};

describe('the LMS is found', () => {
  test('in the window itself, before any other', () => {
    const page = Object.assign(within(top({ API: { LMSInitialize: () => 'false' } })), { API: api });
    expect(find(page)).toBe(api);
  });

  test('in a frame far above', () => {
    const levels = Array.from({ length: 12 }).reduce<unknown>((parent) => ({ parent, opener: null }), top({ API: api }));
    expect(find(within(levels))).toBe(api);
  });

  test('in the window that opened this one, and above that one', () => {
    expect(find(new FakePage({ opener: top({ API: api }) }))).toBe(api);
    expect(find(new FakePage({ opener: { parent: top({ API: api }), opener: null } }))).toBe(api);
  });

  test('where a frame above was opened by the LMS', () => {
    expect(find(within(top({ opener: top({ API: api }) })))).toBe(api);
  });

  test('beyond a window of another origin, which can’t be read', () => {
    expect(find(within(foreignWindow({ parent: top({ API: api }) })))).toBe(api);
    expect(find(within(foreignWindow({ opener: top({ API: api }) })))).toBe(api);
  });
});

describe('no LMS is found', () => {
  test('where a name stands for something else', () => {
    expect(find(within(top({ API: { version: 3 } })))).toBeUndefined();
    expect(find(within(top({ API: 'https://lms.example' })))).toBeUndefined();
  });

  test('where all windows around are of other origins', () => {
    expect(find(within(foreignWindow({})))).toBeUndefined();
  });

  test('and windows without end, or that lead back, end the search', () => {
    const endless = (): object => Object.defineProperties({}, { parent: { get: endless }, opener: { get: endless } });
    expect(find(within(endless()))).toBeUndefined();
    const one: Record<string, unknown> = {};
    const other = { parent: one, opener: one };
    Object.assign(one, { parent: other, opener: other });
    expect(find(within(one))).toBeUndefined();
  });
});

describe('an LMS that is slower than the page', () => {
  const wait = (page: FakePage) => waitForApi(page, 'API', 'LMSInitialize', (_, run) => page.setTimeout(run));

  test('is found when it comes', async () => {
    const lms = top();
    const page = within(lms);
    const found = wait(page);
    await page.elapse(3);
    Object.assign(lms, { API: api });
    await page.elapse();
    expect(await found).toBe(api);
  });

  test('is waited for no longer than two seconds', async () => {
    const page = within(top());
    const found = wait(page);
    await page.elapse(19);
    expect(await found).toBeUndefined();
  });

  test('is not waited for by a page that stands alone', async () => {
    const page = new FakePage();
    expect(await wait(page)).toBeUndefined();
    expect(page.waiting).toBe(0);
  });
});
