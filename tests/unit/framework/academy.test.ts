import { describe, expect, test } from 'vitest';
import { parseAcademy } from '../../../src/framework/academy.ts';
import { formatProblem } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';

const SMALLEST = 'name: Elm Academy\niriBase: https://elm.example/frameworks\nbrand: { colour: "#335577" }\n';

const problemsOf = (yaml: string) => parseAcademy(readSafeYaml(yaml, 'academy.yaml')).problems.map(formatProblem);
const withField = (field: string, value: string) => `${SMALLEST.split('\n').filter((line) => !line.startsWith(`${field}:`)).join('\n')}${field}: ${value}\n`;

test('a name, an IRI base and a colour are enough', () => {
  expect(parseAcademy(readSafeYaml(SMALLEST, 'academy.yaml')).value).toEqual({ name: 'Elm Academy', iriBase: 'https://elm.example/frameworks', brand: { colour: '#335577' }, base: '/', language: 'en-GB' });
});

describe('a field named like a credential is refused, with the reason', () => {
  test('at the top', () => {
    expect(problemsOf(`${SMALLEST}lrsPassword: hunter2\n`)).toMatchInlineSnapshot(`
      [
        "academy.yaml:4:1 credential-in-content
        "lrsPassword" looks like a credential, and everything that is built from this file is public: anybody could read it.
        What to do: Remove the field, and have the credential replaced if this file was ever shared. Systems that need a login hand it over when they launch a module.",
      ]
    `);
  });

  test.each(['apiKey', 'api_key', 'secret', 'client-secret', 'token', 'accessToken', 'key', 'LRS_KEY', 'credentials', 'authorization'])('%s inside another field', (name) => {
    expect(problemsOf(`${SMALLEST}tracking:\n  lrs:\n    - ${name}: abc\n`)).toEqual([expect.stringContaining(`academy.yaml:6:7 credential-in-content\n  "tracking.lrs.0.${name}" looks like a credential`)]);
  });

  test('and the problem does not repeat the value', () => {
    expect(problemsOf(`${SMALLEST}password: hunter2\n`).join()).not.toContain('hunter2');
  });
});

test('another unknown field is named as such', () => {
  expect(problemsOf(`${SMALLEST}monkey: abc\n`)).toMatchInlineSnapshot(`
    [
      "academy.yaml:4:1 schema
      "monkey" is not a field of academy.
      What to do: Check the spelling, or remove it.",
    ]
  `);
});

describe('iriBase', () => {
  test.each(['https://academy.example', 'https://academy.example/frameworks', 'https://academy.example:8443/a/b_c'])('%s is taken', (iri) => expect(problemsOf(withField('iriBase', iri))).toEqual([]));

  test.each(['http://academy.example', 'https://academy.example/', 'https://Academy.example', 'https://joe:pass@academy.example', 'https://academy.example/a?b', 'https://academy.example/a/../b', 'academy.example', '""'])('%s is refused', (iri) =>
    expect(problemsOf(withField('iriBase', iri))).toHaveLength(1));
});

describe('base', () => {
  test.each(['/', '/academy/', '/a/b/'])('%s is taken', (base) => expect(problemsOf(withField('base', base))).toEqual([]));

  test.each(['academy', '/academy', 'https://a.example/', '//', '/../'])('%s is refused', (base) => expect(problemsOf(withField('base', base))).toHaveLength(1));
});

test.each(['teal', '"#fff"', '"#12345g"', '335577'])('the colour %s is refused', (colour) => {
  expect(problemsOf(withField('brand', `{ colour: ${colour} }`))).toHaveLength(1);
});

test('a site is a host without a path', () => {
  expect(problemsOf(withField('site', 'https://academy.example'))).toEqual([]);
  expect(problemsOf(withField('site', 'https://academy.example/academy'))).toMatchInlineSnapshot(`
    [
      "academy.yaml:4:1 schema
      site can't be "https://academy.example/academy".
      What to do: Write https:// and the host only, such as https://academy.example.",
    ]
  `);
});
