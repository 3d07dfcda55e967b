import type { Failure, LrsClient } from '../lrs/client.ts';
import { VERBS } from '../lrs/vocabulary.ts';
import { CMI5_CATEGORY } from './cmi5-terms.ts';
import type { Cmi5Launch } from './launch.ts';

/** Which statements about the module the LMS holds from any session of this registration. */
export interface RegistrationHistory {
  completed: boolean;
  passed: boolean;
  failed: boolean;
}

export const NOTHING_TOLD: RegistrationHistory = { completed: false, passed: false, failed: false };

/**
 * Asks the LMS what was told before, on any device. What it does not let one ask is taken as not told: it refuses what it holds
 * already, and that refusal is understood.
 */
export async function readHistory(lms: LrsClient, launch: Cmi5Launch): Promise<{ kind: 'known'; history: RegistrationHistory } | Failure> {
  const history = { ...NOTHING_TOLD };
  for (const verb of ['completed', 'passed', 'failed'] as const) {
    const found = await lms.findStatements({ agent: JSON.stringify(launch.actor), activity: launch.activityId, registration: launch.registration, verb: VERBS[verb].id, limit: '10' });
    if (found.kind === 'busy' || found.kind === 'unreachable') return found;
    history[verb] = found.kind === 'found' && found.statements.some(isDefined);
  }
  return { kind: 'known', history };
}

/** Others may say "completed" of the same activity in statements that cmi5 does not define. */
function isDefined(statement: unknown): boolean {
  const categories = read(read(read(statement, 'context'), 'contextActivities'), 'category');
  const list: readonly unknown[] = Array.isArray(categories) ? categories : [categories];
  return list.some((activity) => read(activity, 'id') === CMI5_CATEGORY);
}

const read = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined);
