import { hashText } from './fnv1a.ts';

/**
 * A short name for the content of a part: the same for the same content on every machine, another when a word changes.
 * Takes what JSON can hold; the order of an object's keys and keys without a value don't count. 16 hexadecimal digits.
 */
export function editionOf(value: unknown): string {
  const { high, low } = hashText(JSON.stringify(sortKeys(value)) ?? 'undefined');
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
