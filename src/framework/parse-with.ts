import * as z from 'zod/mini';
import type { Problem } from './problem.ts';
import type { YamlFile } from './safe-yaml.ts';

/**
 * Holds a YAML file against a schema. Every mismatch becomes a problem at its own line; a raw zod issue is never shown.
 * @returns the value with defaults filled in, or the problems.
 */
export function parseWith<Schema extends z.core.$ZodType>(
  schema: Schema,
  yaml: YamlFile,
  what: string,
): { value: z.output<Schema>; problems: [] } | { value: undefined; problems: Problem[] } {
  const result = z.safeParse(schema, yaml.value);
  if (result.success) return { value: result.data, problems: [] };
  return { value: undefined, problems: result.error.issues.map((issue) => toProblem(issue, yaml, what)) };
}

function toProblem(issue: z.core.$ZodIssue, yaml: YamlFile, what: string): Problem {
  const at = issue.path.length === 0 ? what : issue.path.join('.');
  const problem = (path: readonly PropertyKey[], message: string, hint: string): Problem => ({ rule: 'schema', severity: 'error', place: yaml.placeOf(path), message, hint });
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return problem([...issue.path, key], `"${issue.keys.join('", "')}" is not a field of ${at}.`, 'Check the spelling, or remove it.');
  }
  if (issue.code === 'invalid_type' && /^Invalid input/.test(issue.message)) {
    return problem(issue.path, `${at} is missing or is not ${article(issue.expected)}.`, `Give ${at} a value: ${article(issue.expected)}.`);
  }
  return problem(issue.path, `${at}: ${/^Invalid input/.test(issue.message) ? 'this value is not allowed here' : issue.message}.`, 'Correct this value in the file.');
}

const article = (type: string) => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type === 'object' ? 'group of fields' : type === 'array' ? 'list' : type}`;
