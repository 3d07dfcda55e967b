import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { parseWith } from '../../../src/framework/parse-with.ts';
import { formatProblem } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';

const VisitSchema = z.strictObject({
  title: z.string({ error: 'Write a title' }),
  minutes: z.number().check(z.int(), z.lte(30)),
  tags: z._default(z.array(z.string()).check(z.maxLength(2)), []),
  kind: z.optional(z.enum(['home', 'school'])),
  steps: z.optional(z.array(z.strictObject({ id: z.string(), options: z.array(z.strictObject({ id: z.string(), next: z.string() })) }))),
  step: z.optional(z.discriminatedUnion('type', [z.strictObject({ type: z.literal('a') }), z.strictObject({ type: z.literal('b') })])),
});

const problemsOf = (text: string) => parseWith(VisitSchema, readSafeYaml(text, 'visit.yaml'), 'visit').problems.map(formatProblem);

test('a file that fits comes back with its defaults filled in', () => {
  expect(parseWith(VisitSchema, readSafeYaml('title: First visit\nminutes: 5', 'visit.yaml'), 'visit')).toEqual({
    value: { title: 'First visit', minutes: 5, tags: [] },
    problems: [],
  });
});

describe('a problem names the line, the field and what to write', () => {
  test.each([
    ['a field that is missing', 'title: x', 'visit.yaml:1:1 schema\n  minutes is missing.\n  What to do: Add minutes. Write a number.'],
    ['the words of the schema where it has some', 'minutes: 3\ntitle:', 'visit.yaml:2:1 schema\n  title can\'t be empty.\n  What to do: Write a title.'],
    ['a wrong type', 'title: x\nminutes: long', 'visit.yaml:2:1 schema\n  minutes can\'t be "long".\n  What to do: Write a number.'],
    ['a number that is too large', 'title: x\nminutes: 31', 'visit.yaml:2:1 schema\n  minutes can\'t be "31".\n  What to do: Give at most 30.'],
    ['a list that is too long', 'title: x\nminutes: 3\ntags: [a, b, c]', 'visit.yaml:3:1 schema\n  tags can\'t be this list of 3.\n  What to do: Give at most 2 entries.'],
    ['an entry deep inside', 'title: x\nminutes: 3\ntags:\n  - a\n  - [b]', 'visit.yaml:5:5 schema\n  tag 2 can\'t be this list of 1.\n  What to do: Write text, in quotes where it is a number, a date or a single yes or no.'],
    ['a word that is not offered', 'title: x\nminutes: 3\nkind: office', 'visit.yaml:3:1 schema\n  kind can\'t be "office".\n  What to do: Use one of: home, school.'],
    ['a kind of thing that does not exist', 'title: x\nminutes: 3\nstep: { type: c }', 'visit.yaml:3:9 schema\n  "type" of "step" can\'t be "c".\n  What to do: Use one of: a, b.'],
    ['a field that does not exist', 'title: x\nminutes: 3\nminuets: 4', 'visit.yaml:3:1 schema\n  "minuets" is not a field of visit.\n  What to do: Check the spelling, or remove it.'],
    ['a field of an entry that has an id', 'title: x\nminutes: 3\nsteps:\n  - id: friday\n    options:\n      - id: ring', 'visit.yaml:6:9 schema\n  "next" of the option "ring" of the step "friday" is missing.\n  What to do: Add "next" of the option "ring" of the step "friday". Write text, in quotes where it is a number, a date or a single yes or no.'],
    ['a file of another shape', '- a\n- b', 'visit.yaml:1:1 schema\n  visit can\'t be this list of 2.\n  What to do: Write a group of fields, each as "name: value" on a line of its own.'],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toContain(expected);
  });

  test('an empty file', () => {
    expect(problemsOf('')).toEqual(['visit.yaml:1:1 schema\n  visit can\'t be empty.\n  What to do: Write a group of fields, each as "name: value" on a line of its own.']);
  });
});
