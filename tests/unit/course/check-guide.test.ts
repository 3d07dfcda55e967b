import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { CheckItemSchema } from '../../../src/course/check/check-item.ts';

const guide = readFileSync('docs/knowledge-checks.md', 'utf8');

test('the guide for writers shows one question of each kind that people write, each as the schema wants it', () => {
  const shown = [...guide.matchAll(/```yaml\n([^`]+)```/g)].flatMap(([, yaml = '']) => z.array(CheckItemSchema).parse(parse(yaml)));
  expect(shown.map(({ kind }) => kind)).toEqual(['match', 'wording', 'order', 'missing-voice']);
});
