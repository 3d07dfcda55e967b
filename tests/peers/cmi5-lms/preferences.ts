import type { Asked } from '../../lrs/exchange.ts';
import type { Violation } from './clauses.ts';

/** §11: what may not be written as `cmi5LearnerPreferences`. */
export function findPreferencesViolation({ headers, body }: Asked): Violation | undefined {
  const wrong = (detail: string): Violation => ({ requirement: '11.0.0.0-5', detail });
  if (!headers['content-type']?.startsWith('application/json')) return wrong('it is no JSON');
  let document: unknown;
  try {
    document = JSON.parse(body.toString());
  } catch {
    return wrong('it is no JSON');
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return wrong('it is no object');
  const { languagePreference, audioPreference } = document as Record<string, unknown>;
  if (typeof languagePreference !== 'string' || typeof audioPreference !== 'string') return wrong('a property is missing');
  const areTags = languagePreference.split(',').every((tag) => /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(tag));
  return areTags ? undefined : { requirement: '11.1.0.0-1', detail: `${languagePreference} is no list of language tags` };
}
