import type { LrsClient } from '../lrs/client.ts';
import { CMI5_CATEGORY, VERBS } from './cmi5-terms.ts';
import type { Cmi5Launch } from './launch.ts';

/** Which statements about the module the LMS holds from any session of this registration. */
export interface RegistrationHistory {
  completed: boolean;
  passed: boolean;
  failed: boolean;
}

/**
 * Asks the LMS what was told before, on any device. What it does not let one ask is taken as not told: it refuses what it holds
 * already, and that refusal is understood.
 */
export async function readHistory(lms: LrsClient, launch: Cmi5Launch): Promise<RegistrationHistory> {
  const [completed, passed, failed] = await Promise.all([wasTold(lms, launch, 'completed'), wasTold(lms, launch, 'passed'), wasTold(lms, launch, 'failed')]);
  return { completed, passed, failed };
}

async function wasTold(lms: LrsClient, { actor, registration, activityId }: Cmi5Launch, verb: keyof RegistrationHistory): Promise<boolean> {
  const found = await lms.findStatements({ agent: JSON.stringify(actor), activity: activityId, registration, verb: VERBS[verb], limit: '10' });
  return found.kind === 'found' && found.statements.some(isDefined);
}

/** Others may say "completed" of the same activity in statements that cmi5 does not define. */
function isDefined(statement: unknown): boolean {
  const categories = read(read(read(statement, 'context'), 'contextActivities'), 'category');
  const list: readonly unknown[] = Array.isArray(categories) ? categories : [categories];
  return list.some((activity) => read(activity, 'id') === CMI5_CATEGORY);
}

const read = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined);
