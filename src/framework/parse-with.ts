import * as z from 'zod/mini';
import type { Problem } from './problem.ts';
import type { YamlFile } from './safe-yaml.ts';

/**
 * Holds a YAML file against a schema. Every mismatch becomes a problem at its own line; a raw zod issue is never shown.
 * @param what what the file holds, in a word: it names the value where a problem concerns the whole file.
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
  const name = issue.path.length === 0 ? what : describePath(issue.path, yaml.value);
  const problem = (path: readonly PropertyKey[], message: string, hint: string): Problem => ({ rule: 'schema', severity: 'error', place: yaml.placeOf(path), message, hint });
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const names = issue.keys.map((unknown) => `"${unknown}"`).join(', ');
    return problem([...issue.path, key], issue.keys.length === 1 ? `${names} is not a field of ${name}.` : `${names} are not fields of ${name}.`, 'Check the spelling, or remove it.');
  }
  const value = valueAt(yaml.value, issue.path);
  if (value === undefined) return problem(issue.path, `${name} is missing.`, `Add ${name}. ${describeNeed(issue)}`);
  return problem(issue.path, `${name} can't be ${describeValue(value)}.`, describeNeed(issue));
}

/** `"next" of the option "ring-now" of the step "friday"`: an entry of a list has its id, or counts from 1, as people do. */
function describePath(path: readonly PropertyKey[], root: unknown): string {
  const parts: string[] = [];
  let value = root;
  for (let index = 0; index < path.length; index += 1) {
    const key = String(path[index]);
    const at = path[index + 1];
    value = isGroup(value) ? value[key] : undefined;
    if (typeof at !== 'number') {
      parts.push(path.length > 1 ? `"${key}"` : key);
      continue;
    }
    const entry: unknown = Array.isArray(value) ? value[at] : undefined;
    const isNamed = isGroup(entry) && typeof entry.id === 'string' && path.length > index + 2 && path[index + 2] !== 'id';
    const single = SINGLE[key] ?? key.replace(/s$/, '');
    parts.push(isNamed ? `the ${single} "${String(entry.id)}"` : `${single} ${at + 1}`);
    value = entry;
    index += 1;
  }
  return parts.reverse().join(' of ');
}

/** Names of lists that do not become those of an entry by losing an "s". */
const SINGLE: Readonly<Record<string, string>> = { check: 'question', exercises: 'entry of exercises', themes: 'theme', statements: 'statement', others: 'other', supervision: 'question for supervision', heard: 'person heard' };

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What the schema asks for: its own words where it has any, since those know the field. */
function describeNeed(issue: z.core.$ZodIssue): string {
  if (!/^Invalid input/.test(issue.message)) return /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
  switch (issue.code) {
    case 'invalid_type':
      return `Write ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return `Give at least ${describeAmount(Number(issue.minimum), issue.origin)}.`;
    case 'too_big':
      return `Give at most ${describeAmount(Number(issue.maximum), issue.origin)}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return 'options' in issue && issue.options ? `Use one of: ${issue.options.map(String).join(', ')}.` : 'Use one of the forms that this field allows.';
    default:
      return 'Correct this value in the file.';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text, in quotes where it is a number, a date or a single yes or no',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry on a line of its own that starts with "- "',
  object: 'a group of fields, each as "name: value" on a line of its own',
};

function describeAmount(count: number, origin: string): string {
  if (origin === 'string') return `${count} ${count === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `${count} ${count === 1 ? 'entry' : 'entries'}`;
  return String(count);
}

function describeValue(value: unknown): string {
  if (value === null || value === '') return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `this list of ${value.length}`;
  if (typeof value === 'object') return 'a group of fields';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined), value);
}
