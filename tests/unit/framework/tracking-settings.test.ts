import { describe, expect, test } from 'vitest';
import { parseAcademy } from '../../../src/framework/academy.ts';
import { formatProblem } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';
import { listTrackingSources } from '../../../src/framework/tracking-settings.ts';

const SMALLEST = 'name: Elm Academy\niriBase: https://elm.example/frameworks\nbrand: { colour: "#335577" }\n';
const parse = (tracking: string) => parseAcademy(readSafeYaml(`${SMALLEST}tracking: ${tracking}\n`, 'academy.yaml'));
const problemsOf = (tracking: string) => parse(tracking).problems.map(formatProblem);

test('left out, there is none', () => {
  expect(parseAcademy(readSafeYaml(SMALLEST, 'academy.yaml')).value).not.toHaveProperty('tracking');
});

test('the origin of an LRS is enough; texts of reflections stay here unless asked for', () => {
  expect(parse('{ launchOrigins: ["https://lrs.example"] }').value?.tracking).toEqual({ xapiVersion: '1.0.3', launchOrigins: ['https://lrs.example'], manual: false, reflections: false });
});

test('so is a proxy, whose paths have defaults', () => {
  expect(parse('{ proxy: {} }').value?.tracking?.proxy).toEqual({ path: '/xapi/', identity: '/xapi/identity.json' });
});

test('settings without a way to an LRS are refused', () => {
  expect(problemsOf('{ xapiVersion: 2.0.0 }')).toMatchInlineSnapshot(`
    [
      "academy.yaml:4:1 schema
      "launchOrigins" of "tracking" is missing.
      What to do: Add "launchOrigins" of "tracking". Name at least one way to reach a learning record store (launchOrigins, proxy or manual), or leave "tracking" out.",
    ]
  `);
});

test('another version of xAPI is refused', () => {
  expect(problemsOf('{ xapiVersion: 1.0, manual: true }')).toMatchInlineSnapshot(`
    [
      "academy.yaml:4:13 schema
      "xapiVersion" of "tracking" can't be "1".
      What to do: Write 1.0.3 or 2.0.0.",
    ]
  `);
});

describe('launchOrigins', () => {
  test.each(['https://lrs.example', 'https://lrs.example:8443', 'http://localhost:8080', 'http://127.0.0.1:8080'])('%s is taken', (origin) => expect(problemsOf(`{ launchOrigins: ["${origin}"] }`)).toEqual([]));

  test.each(['http://lrs.example', 'https://lrs.example/', 'https://lrs.example/xapi', 'https://*.example', 'https://joe:pass@lrs.example', '*', 'https:', 'http://localhost.example', "https://a.example https://b.example", "https://a.example; script-src *"])('%s is refused', (origin) =>
    expect(problemsOf(`{ launchOrigins: ["${origin}"] }`)).toHaveLength(1));
});

test.each(['xapi', '/xapi', 'https://lrs.example/xapi/', '//lrs.example/', '/a/../b/'])('the proxy path %s is refused', (path) => expect(problemsOf(`{ proxy: { path: "${path}" } }`)).toHaveLength(1));

test.each(['xapi/identity.json', '//lrs.example/me', '/xapi/', '/../me', '/me?all=yes'])('the identity address %s is refused', (identity) => expect(problemsOf(`{ proxy: { identity: "${identity}" } }`)).toHaveLength(1));

test('there is no field for a key, and its value is not repeated', () => {
  const [problem = ''] = problemsOf('{ proxy: {}, lrsKey: hunter2 }');
  expect(problem).toContain('"tracking.lrsKey" looks like a credential');
  expect(problem).not.toContain('hunter2');
});

describe('pages may send', () => {
  test('nowhere but to the site itself without tracking, or behind a proxy', () => {
    expect(listTrackingSources(undefined)).toEqual([]);
    expect(listTrackingSources(parse('{ proxy: {} }').value?.tracking)).toEqual([]);
  });

  test('to the LRSs that a launch may name', () => {
    expect(listTrackingSources(parse('{ launchOrigins: ["https://lrs.example"] }').value?.tracking)).toEqual(['https://lrs.example']);
  });

  test('to every https address only where a pilot may type one in', () => {
    expect(listTrackingSources(parse('{ manual: true }').value?.tracking)).toEqual(['https:']);
  });
});
