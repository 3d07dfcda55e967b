import fc from 'fast-check';
import jsonld from 'jsonld';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editionOf } from '../../../../src/course/edition.ts';
import type { StatementDraft } from '../../../../src/tracking/lrs/statement.ts';
import { MASTERY_SCORE_EXTENSION } from '../../../../src/tracking/lrs/vocabulary.ts';
import { writeProfile, type XapiProfile } from '../../../../src/tracking/xapi/profile.ts';
import { anyRecord } from '../../record/arbitrary-events.ts';
import { endVisitWell, eventsOf, ringAndSaySo, startVisit, submitCheck } from '../../record/events-of.ts';
import { statementsOf } from '../lrs/statements-of.ts';
import { acts, playCourse } from '../play-course.ts';
import { COURSE, HELP } from '../sample-course.ts';
import { findValues, isOfTemplate, listBrokenRules } from './match-template.ts';

const BASE = COURSE.iriBase;
const profile = writeProfile({ iriBase: BASE, publisher: 'Rivermouth Council', site: 'https://academy.example' });

/** A record that gives every kind of statement. */
const eachKind = statementsOf(
  eventsOf(
    startVisit('first', HELP.module),
    ringAndSaySo(),
    { type: 'option-chosen', attempt: 'first', scenario: 'visit', step: 'at-the-door', option: 'say-sorry', judgement: 'acceptable', next: 'trust-kept', confidence: 'not-sure' },
    endVisitWell(),
    submitCheck(HELP.module, 0, 1),
    { type: 'module-completed', module: HELP.module, success: 'failed', score: 0.5, parts: { check: 'c1' } },
    { type: 'module-completed', module: HELP.module, success: 'passed', score: 1, parts: { check: 'c1' } },
    { type: 'module-declared-read', module: HELP.module, edition: 'd1' },
    { type: 'reflection-saved', module: HELP.module, text: 'I will ring.' },
    { type: 'entry-read', entry: 'frameworks/standards/timely-help/#statement-1' },
  ),
  { includeReflections: true },
);

const CONTEXTS: Readonly<Record<string, string>> = { 'https://w3id.org/xapi/profiles/context': 'xapi-profile-context', 'https://w3id.org/xapi/profiles/activity-context': 'xapi-activity-context' };

/** Expands with the published context and no network. In safe mode whatever has no meaning in JSON-LD is an error rather than dropped. */
const expand = (document: object) =>
  jsonld.expand(document as jsonld.JsonLdDocument, {
    safe: true,
    documentLoader: (url) => {
      const name = CONTEXTS[url];
      if (name === undefined) throw new Error(`The profile asks for ${url}`);
      return Promise.resolve({ documentUrl: url, document: JSON.parse(readFileSync(`tests/fixtures/xapi-profile/${name}.jsonld`, 'utf8')) as jsonld.JsonLdDocument });
    },
  } as jsonld.Options.Expand);

describe('the published profile', () => {
  test('is JSON-LD of which nothing is lost', async () => {
    const [expanded] = await expand(profile);
    expect(expanded).toMatchObject({
      '@id': `${BASE}/profile`,
      '@type': ['https://w3id.org/xapi/profiles/ontology#Profile'],
      'http://purl.org/dc/terms/conformsTo': [{ '@id': 'https://w3id.org/xapi/profiles#1.0' }],
      'http://www.w3.org/2004/02/skos/core#prefLabel': [{ '@language': 'en', '@value': 'Rivermouth Council: learning from practice' }],
    });
    expect(expanded?.['https://w3id.org/xapi/profiles/ontology#concepts']).toHaveLength(profile.concepts.length);
    expect(expanded?.['https://w3id.org/xapi/profiles/ontology#templates']).toHaveLength(profile.templates.length);
    await expect(expand({ ...profile, titel: 'a name that no context knows' })).rejects.toThrow();
  });

  test('holds nothing that is null or empty', () => {
    const listEmpty = (value: unknown, path: string): string[] => {
      if (typeof value !== 'object' || value === null) return value === null || value === '' ? [path] : [];
      const inside = Object.entries(value);
      return inside.length === 0 ? [path] : inside.flatMap(([name, inner]) => listEmpty(inner, `${path}.${name}`));
    };
    expect(listEmpty(JSON.parse(JSON.stringify(profile)), '$')).toEqual([]);
    expect(JSON.stringify(writeProfile({ iriBase: BASE, publisher: 'X' }))).not.toContain('"url"');
  });

  test('has one version, which is not the profile itself, and everything is in its scheme under an IRI of its own', () => {
    const [version, ...others] = profile.versions;
    expect(others).toEqual([]);
    expect(version?.id).not.toBe(profile.id);
    const defined = [...profile.concepts, ...profile.templates];
    expect(new Set(defined.map(({ inScheme }) => inScheme))).toEqual(new Set([version?.id]));
    expect(new Set([profile.id, version?.id, ...defined.map(({ id }) => id)]).size).toBe(defined.length + 2);
    for (const { id } of defined) expect(id.startsWith(`${profile.id}/`)).toBe(true);
  });

  test('keeps to the rules for extensions: verbs for results only, a schema as text', () => {
    for (const { type, recommendedVerbs, inlineSchema } of profile.concepts) {
      if (type !== 'ResultExtension') expect(recommendedVerbs).toBeUndefined();
      if (type === 'ActivityType') expect(inlineSchema).toBeUndefined();
      else expect(JSON.parse(inlineSchema ?? '')).toHaveProperty('type');
    }
  });

  test('has no pattern, and in each rule something to hold to', () => {
    expect(profile).not.toHaveProperty('patterns');
    for (const rule of profile.templates.flatMap(({ rules }) => rules)) {
      expect(rule.presence ?? rule.all).toBeDefined();
      expect(() => findValues({}, rule.location)).not.toThrow();
    }
  });

  test('is version v1 still: who changes what a template determines or demands makes a new version, and says so here', () => {
    const demanded = (published: XapiProfile) => [published.versions, published.templates.map(({ prefLabel: _label, definition: _words, ...rest }) => rest), published.concepts.map(({ id, type, inlineSchema = '' }) => ({ id, type, inlineSchema }))];
    expect([profile.versions[0]?.id, editionOf(demanded(profile))]).toMatchInlineSnapshot(`
      [
        "https://academy.example/activities/profile/v1",
        "bb89223ca6bcd603",
      ]
    `);
  });
});

/** Problems of statements under the profile: each is of exactly one template and keeps its rules. */
function listDepartures(statements: readonly StatementDraft[]): unknown[] {
  return statements.flatMap((statement): unknown[] => {
    const templates = profile.templates.filter((template) => isOfTemplate(statement, template));
    const [template] = templates;
    if (!template || templates.length > 1) return [{ statement, templates: templates.map(({ id }) => id) }];
    return listBrokenRules(statement, template).map((rule) => ({ statement, template: template.id, rule }));
  });
}

const settings = fc.record({ includeReflections: fc.boolean(), launch: fc.constant({ activityId: 'https://lms.example/au/7', module: HELP.module }) }, { requiredKeys: [] });
const events = fc.oneof(anyRecord, acts.map((played) => playCourse(COURSE, played)));

describe('every statement', () => {
  test('is of one template and keeps its rules', () => {
    fc.assert(
      fc.property(events, settings, (record, chosen) => {
        expect(listDepartures(statementsOf(record, chosen))).toEqual([]);
      }),
    );
  });

  test('is of a kind that the profile has, and every kind of the profile is made', () => {
    const made = eachKind.flatMap((statement) => profile.templates.filter((template) => isOfTemplate(statement, template)).map(({ id }) => id));
    expect(new Set(made)).toEqual(new Set(profile.templates.map(({ id }) => id)));
    expect(listDepartures(eachKind)).toEqual([]);
  });

  test('says nothing by an extension or an activity type that nobody has defined, and nothing is defined that none says', () => {
    const types = eachKind.map(({ object }) => object.definition?.type ?? '').filter((type) => type.startsWith(BASE));
    const bySession = [`${BASE}/profile/extensions/happened`]; // said by a cmi5 session, of what an earlier one could not send
    const said = [...eachKind.flatMap(({ result }) => Object.keys(result?.extensions ?? {})), ...bySession, ...types];
    expect(new Set(said)).toEqual(new Set(profile.concepts.map(({ id }) => id)));
    expect(new Set(eachKind.flatMap(({ context }) => Object.keys(context?.extensions ?? {})))).toEqual(new Set([MASTERY_SCORE_EXTENSION]));
  });

  test('that breaks a rule, or is of no kind, is found', () => {
    const [, choice] = eachKind;
    if (!choice) throw new Error('No choice was made');
    const judgement = `${BASE}/profile/extensions/judgement`;
    expect(listDepartures([choice])).toEqual([]);
    expect(listDepartures([{ ...choice, result: { ...choice.result, extensions: { ...choice.result?.extensions, [judgement]: 'splendid' } } }])).toHaveLength(1);
    expect(listDepartures([{ ...choice, verb: { id: 'http://adlnet.gov/expapi/verbs/asked', display: { en: 'asked' } } }])).toHaveLength(1);
  });
});
