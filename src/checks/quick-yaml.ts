import { CORE_SCHEMA, load } from 'js-yaml';

/** Marks of anchors, aliases, tags and directives, and names that reach into JavaScript's objects. Prose may hold them too. */
const NEEDS_CARE = /(?:^|[\s:,[{-])[&*!]\S|^%|__proto__|\b(?:constructor|prototype)\b/m;

/** A text this long may hold thousands of fields, which the careful reader counts first. */
const MAX_CHARACTERS = 100_000;

/**
 * Reads YAML about four times as fast as `readSafeYaml`, with a reader that knows no positions.
 * @returns the value, wrapped, the same as `readSafeYaml` gives; `undefined` where the text is long, holds a mark that has to be
 * looked at with care, or is not valid: then the careful reader decides, and says where.
 */
export function readQuickYaml(text: string): { value: unknown } | undefined {
  if (text.length > MAX_CHARACTERS || NEEDS_CARE.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA, maxAliases: 0 }) };
  } catch {
    return undefined;
  }
}
