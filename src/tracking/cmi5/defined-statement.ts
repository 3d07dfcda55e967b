import { mergeContext } from '../lrs/context.ts';
import { formatDuration } from '../lrs/duration.ts';
import { MASTERY_SCORE_EXTENSION, VERBS } from '../lrs/vocabulary.ts';
import { CMI5_CATEGORY, MOVEON_CATEGORY, XAPI_VERSION, type DefinedVerb } from './cmi5-terms.ts';
import type { LaunchData } from './launch-data.ts';
import type { Cmi5Launch } from './launch.ts';

/** What a statement that cmi5 defines is made of. */
export interface DefinedStatement {
  verb: DefinedVerb;
  /** A UUID. */
  id: string;
  /** ISO 8601 in UTC. */
  timestamp: string;
  /** How long the learner was at this session, in milliseconds. Left out of `initialized`. */
  spent: number;
  /** Scaled, four decimals; for `passed` and `failed`. */
  score?: number;
}

const RESULTS = { completed: { completion: true }, passed: { success: true }, failed: { success: false }, terminated: {} } as const;

/**
 * The JSON text of a statement about the AU itself (cmi5 9.3 to 9.7). A mastery score goes with `passed` and `failed` where the
 * judgement rests on it: always with `passed`; with `failed` where there is a score, since without one an unsafe choice decided.
 */
export function writeDefinedStatement({ verb, id, timestamp, spent, score }: DefinedStatement, launch: Cmi5Launch, { contextTemplate, masteryScore }: Pick<LaunchData, 'contextTemplate' | 'masteryScore'>): string {
  const isMoveOn = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const restsOnMastery = masteryScore !== undefined && (verb === 'passed' || (verb === 'failed' && score !== undefined));
  return JSON.stringify({
    id,
    actor: launch.actor,
    verb: VERBS[verb],
    object: { objectType: 'Activity', id: launch.activityId },
    ...(verb !== 'initialized' && { result: { ...RESULTS[verb], duration: formatDuration(spent), ...(score !== undefined && { score: { scaled: score } }) } }),
    context: mergeContext(
      contextTemplate,
      {
        registration: launch.registration,
        contextActivities: { category: [{ id: CMI5_CATEGORY }, ...(isMoveOn ? [{ id: MOVEON_CATEGORY }] : [])] },
        ...(restsOnMastery && { extensions: { [MASTERY_SCORE_EXTENSION]: masteryScore } }),
      },
      XAPI_VERSION,
    ),
    timestamp,
  });
}
