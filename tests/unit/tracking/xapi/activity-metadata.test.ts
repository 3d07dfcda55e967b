import { describe, expect, test } from 'vitest';
import { listActivityMetadata } from '../../../../src/tracking/xapi/activity-metadata.ts';
import { placeInSite } from '../../../../src/tracking/xapi/publish-place.ts';
import type { ActivityDefinition } from '../../../../src/tracking/lrs/statement.ts';
import { listStatementProblems } from '../lrs/statement-problems.ts';
import { statementsOf, ACTOR } from '../lrs/statements-of.ts';
import { playCourse } from '../play-course.ts';
import { COURSE, HELP } from '../sample-course.ts';

const BASE = COURSE.iriBase;
const PARTS = `${BASE}/profile/extensions/parts`;
const published = listActivityMetadata(COURSE, (module) => (module === HELP.module ? [{ id: `${module}/1`, text: 'We come when we said.' }] : []));
const partsOf = ({ extensions }: ActivityDefinition) => (extensions?.[PARTS] ?? {}) as unknown as Record<string, ActivityDefinition>;

describe('activity metadata', () => {
  test('is there for every framework, module and scenario, with their parts inside', () => {
    expect(published.map(({ id }) => id.slice(BASE.length))).toEqual(['/standards', '/standards/timely-help', '/standards/plans', '/standards/values', '/scenarios/visit', '/scenarios/meeting']);
    const parts = Object.fromEntries(published.map(({ id, definition }) => [id.slice(BASE.length), Object.keys(partsOf(definition)).map((part) => part.slice(BASE.length))]));
    expect(parts['/standards/timely-help']).toEqual(['/standards/timely-help/1', '/standards/timely-help/check', '/standards/timely-help/check/which', '/standards/timely-help/check/pairs', '/standards/timely-help/check/order', '/standards/timely-help/reflection']);
    expect(parts['/scenarios/visit']).toEqual(['/scenarios/visit/steps/friday', '/scenarios/visit/steps/at-the-door']);
  });

  test('is a valid activity definition, part by part', () => {
    const definitions = published.flatMap(({ id, definition }) => [[id, definition] as const, ...Object.entries(partsOf(definition))]);
    for (const [id, definition] of definitions) {
      const statement = { id: '00000000-0000-4000-8000-000000000001', actor: ACTOR, verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'experienced' } }, object: { objectType: 'Activity', id, definition }, timestamp: '2026-03-02T09:00:00.000Z' };
      expect(listStatementProblems(statement)).toEqual([]);
    }
  });

  test('says of an activity what statements say of it', () => {
    const known = new Map(published.flatMap(({ id, definition }) => [[id, definition] as const, ...Object.entries(partsOf(definition))]));
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
