import * as z from 'zod/mini';
import type { LaunchMode } from '../../course/completion.ts';
import { NotConnectedError } from '../connection.ts';
import { SESSION_EXTENSION } from './cmi5-terms.ts';
import { checkReturnUrl } from './launch.ts';

/** The context that every statement of a session starts from. */
export type ContextTemplate = Readonly<Record<string, unknown>>;

/** What the LMS says of a launch in the State document `LMS.LaunchData` (cmi5 10.2). */
export interface LaunchData {
  contextTemplate: ContextTemplate;
  /** The one in the template. */
  sessionId: string;
  launchMode: LaunchMode;
  /** 0 to 1, as the LMS gave it (four decimals at most, cmi5 13.1.4). 0 is legal. */
  masteryScore?: number;
  /** Checked: http or https. */
  returnUrl?: string;
}

const LaunchDataSchema = z.object({
  contextTemplate: z.looseObject({ extensions: z.looseObject({ [SESSION_EXTENSION]: z.string().check(z.minLength(1)) }), contextActivities: z.optional(z.looseObject({})) }),
  launchMode: z.optional(z.enum(['Normal', 'Browse', 'Review'])),
  masteryScore: z.nullish(z.number().check(z.gte(0), z.lte(1))),
  returnURL: z.nullish(z.string()),
});

/** @throws NotConnectedError where an AU can't go by this */
export function readLaunchData(document: unknown): LaunchData {
  const read = LaunchDataSchema.safeParse(document);
  if (!read.success) {
    const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new NotConnectedError(`Your learning system gave launch data that can’t be used (${path || 'nothing readable'}), so nothing is recorded there. Tell whoever runs it.`);
  }
  const { contextTemplate, launchMode = 'Normal', masteryScore, returnURL } = read.data;
  const returnUrl = checkReturnUrl(returnURL ?? undefined);
  return {
    contextTemplate,
    sessionId: contextTemplate.extensions[SESSION_EXTENSION] as string,
    launchMode,
    ...(typeof masteryScore === 'number' && { masteryScore }),
    ...(returnUrl !== undefined && { returnUrl }),
  };
}
