import { describe, expect, test } from 'vitest';
import { mergeContext } from '../../../../src/tracking/lrs/context.ts';
import { sealStatement, type StatementDraft } from '../../../../src/tracking/lrs/statement.ts';
import { ACTOR } from './statements-of.ts';

const content: StatementDraft = { verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } }, object: { id: 'https://academy.example/a' }, context: { language: 'en-GB', contextActivities: { category: [{ id: 'https://academy.example/profile/v1' }] } } };
const entry = { id: '00000000-0000-5000-8000-000000000001', at: '2026-03-02T09:00:00.001Z', content };

describe('a sealed statement', () => {
  test('is one text with the actor, the time of its entry and the registration', () => {
    const text = sealStatement(entry, { actor: ACTOR, version: '1.0.3', context: { registration: '00000000-0000-4000-8000-000000000009' } });
    expect(JSON.parse(text)).toEqual({ ...content, id: entry.id, actor: ACTOR, timestamp: entry.at, context: { ...content.context, registration: '00000000-0000-4000-8000-000000000009' } });
    expect(sealStatement(entry, { actor: ACTOR, version: '1.0.3', context: { registration: '00000000-0000-4000-8000-000000000009' } })).toBe(text);
  });

  test('has no context where there is nothing to say of one', () => {
    const { verb, object } = content;
    expect(JSON.parse(sealStatement({ ...entry, content: { verb, object } }, { actor: ACTOR, version: '2.0.0' }))).not.toHaveProperty('context');
  });

  test.each([[undefined], [null], ['text'], [{}], [{ verb: {}, object: { id: 'x' } }], [[content]]])('is not made of %s', (other) => {
    expect(() => sealStatement({ ...entry, content: other }, { actor: ACTOR, version: '1.0.3' })).toThrow(TypeError);
  });
});

describe('a context template', () => {
  const template = {
    language: 'cy',
    contextActivities: { grouping: [{ id: 'https://publisher.example/course' }], category: { id: 'https://lms.example/one' } },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'abc' },
    contextAgents: [{ objectType: 'contextAgent', agent: ACTOR }],
  };
  const own = {
    language: 'en-GB',
    contextActivities: { grouping: [{ id: 'https://publisher.example/course', definition: { type: 'https://ours.example' } }, { id: 'https://academy.example/a' }], category: [{ id: 'https://academy.example/profile/v1' }], parent: [{ id: 'https://academy.example/b' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'ours', 'https://academy.example/x': 1 },
  };

  test('stands as it is, with ours added and nothing twice', () => {
    expect(mergeContext(template, own, '2.0.0')).toEqual({
      ...template,
      contextActivities: {
        grouping: [{ id: 'https://publisher.example/course' }, { id: 'https://academy.example/a' }],
        category: [{ id: 'https://lms.example/one' }, { id: 'https://academy.example/profile/v1' }],
        parent: [{ id: 'https://academy.example/b' }],
      },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'abc', 'https://academy.example/x': 1 },
    });
  });

  test('is copied: it serves for the next statement unchanged', () => {
    const before = structuredClone(template);
    const merged = mergeContext(template, own, '1.0.3');
    (merged['extensions'] as Record<string, unknown>)['more'] = true;
    (merged['contextActivities'] as { grouping: { id: string }[] }).grouping.forEach((activity) => (activity.id = 'changed'));
    expect(template).toEqual(before);
  });

  test('gives up what a 1.0 LRS would refuse, and only there', () => {
    expect(mergeContext(template, own, '1.0.3')).not.toHaveProperty('contextAgents');
    expect(mergeContext(template, own, '2.0.0')).toHaveProperty('contextAgents');
  });

  test('can smuggle in nothing by a name that objects have of themselves', () => {
    const merged = mergeContext(JSON.parse('{"__proto__": {"polluted": true}, "extensions": {"__proto__": {"polluted": true}}}') as object, own, '1.0.3');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((merged['extensions'] as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
