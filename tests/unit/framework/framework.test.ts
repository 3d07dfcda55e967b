import { expect, test } from 'vitest';
import { FrameworkSchema } from '../../../src/framework/framework.ts';
import { parseWith } from '../../../src/framework/parse-with.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';

const problemsOf = (id: string) => {
  const text = `id: ${id}
title: How we work
source: how-we-work.pdf
elements: [{ id: listening, kind: value, label: Listening, statements: [] }]
`;
  return parseWith(FrameworkSchema, readSafeYaml(text, 'framework.yaml'), 'framework').problems.filter(({ place }) => place.line === 1);
};

test.each(['scenarios', 'profile', 'good-practice'])('a framework can not be called "%s", whose addresses are taken', (id) => {
  expect(problemsOf(id)).toMatchObject([{ hint: expect.stringContaining('Choose another id') as string }]);
});

test('a framework may be called what begins alike', () => {
  expect(problemsOf('profile-of-practice')).toEqual([]);
});
