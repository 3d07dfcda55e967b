import { CORE_SCHEMA, load } from 'js-yaml';

/** Anchors, aliases, tags and directives start with one of these, where a value or a line may start. Prose may hold them too. */
const MARK = /[&*!%]/;
const MARK_AT_START = /(?:^|[\s:,[{-])[&*!]\S|^%/m;

/** Names that reach into JavaScript's objects. */
const OBJECT_NAMES = ['__proto__', 'constructor', 'prototype'];

/** A text this long may hold thousands of fields, which the careful reader counts first. */
const MAX_CHARACTERS = 100_000;

/**
 * Reads YAML about four times as fast as `readSafeYaml`, with a reader that knows no positions.
 * @returns the value, wrapped, the same as `readSafeYaml` gives; `undefined` where the text is long, holds a mark that has to be
 * looked at with care, or is not valid: then the careful reader decides, and says where.
 */
export function readQuickYaml(text: string): { value: unknown } | undefined {
  if (text.length > MAX_CHARACTERS || (MARK.test(text) && MARK_AT_START.test(text)) || OBJECT_NAMES.some((name) => text.includes(name))) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA, maxAliases: 0 }) };
  } catch {
    return undefined;
  }
}
