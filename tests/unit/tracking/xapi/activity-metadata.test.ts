import { describe, expect, test } from 'vitest';
import { listActivityMetadata } from '../../../../src/tracking/xapi/activity-metadata.ts';
import { placeInSite } from '../../../../src/tracking/xapi/publish-place.ts';
import { listStatementProblems } from '../lrs/statement-problems.ts';
import { statementsOf, ACTOR } from '../lrs/statements-of.ts';
import { playCourse } from '../play-course.ts';
import { COURSE, HELP } from '../sample-course.ts';

const BASE = COURSE.iriBase;
const published = listActivityMetadata(COURSE, (module) => (module === HELP.module ? [{ id: `${module}/1`, text: 'We come when we said.' }] : []));

describe('activity metadata', () => {
  test('is there for everything that a statement can be about', () => {
    expect(published.map(({ id }) => id.slice(BASE.length))).toEqual([
      '/standards',
      ...['', '/1', '/check', '/check/which', '/check/pairs', '/check/order', '/reflection'].map((part) => `/standards/timely-help${part}`),
      ...published.filter(({ id }) => /\/standards\/(?:plans|values)(?:\/|$)/.test(id)).map(({ id }) => id.slice(BASE.length)),
      ...['/visit', '/visit/steps/friday', '/visit/steps/at-the-door'].map((part) => `/scenarios${part}`),
      ...published.filter(({ id }) => id.includes('/scenarios/meeting')).map(({ id }) => id.slice(BASE.length)),
    ]);
    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
  });

  test('is a valid activity definition', () => {
    for (const { id, definition } of published) {
      const statement = { id: '00000000-0000-4000-8000-000000000001', actor: ACTOR, verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'experienced' } }, object: { objectType: 'Activity', id, definition }, timestamp: '2026-03-02T09:00:00.000Z' };
      expect(listStatementProblems(statement)).toEqual([]);
    }
  });

  test('says of an activity what statements say of it', () => {
    const known = new Map(published.map(({ id, definition }) => [id, definition]));
    const played = playCourse(COURSE, [{ do: 'start', scenario: 0, seed: 1, seconds: 5 }, { do: 'choose', scenario: 0, option: 0, confidence: 3, seconds: 5 }, { do: 'choose', scenario: 0, option: 0, confidence: 3, seconds: 5 }, { do: 'check', module: 0, correct: [true, false, true], seconds: 5 }, { do: 'reflect', module: 0, seconds: 5 }]);
    const statements = statementsOf(played);
    expect(statements.length).toBeGreaterThan(8);
    for (const { object } of statements) expect(known.get(object.id)).toMatchObject(object.definition ?? {});
  });
});

const LEARNING = 'https://academy.example/learning';

test.each([
  ['lies in the site', { site: 'https://academy.example', base: '/' }, 'learning/standards/plans'],
  ['lies in the folder that the site has on its host', { site: 'https://academy.example', base: '/learning/' }, 'standards/plans'],
  ['may lie in the site, whose host nobody has named yet', { base: '/' }, 'learning/standards/plans'],
  ['is on another host', { site: 'https://elsewhere.example', base: '/' }, 'activities/standards/plans'],
  ['is in another folder', { site: 'https://academy.example', base: '/academy/' }, 'activities/standards/plans'],
  ['is in a folder whose name only begins alike', { site: 'https://academy.example', base: '/learn/' }, 'activities/standards/plans'],
])('what is published of an IRI that %s has its place there', (_where, place, expected) => {
  expect(placeInSite(`${LEARNING}/standards/plans`, LEARNING, place)).toBe(expected);
});
