import * as z from 'zod/mini';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export.ts';
import { sortByTime } from './event-time.ts';
import { LearnerEventSchema } from './learner-event-schema.ts';
import type { LearnerEvent } from './learner-event.ts';

/** Characters. A learner of ten years has a few million. */
const MAX_LENGTH = 50_000_000;

/** The events of an export, oldest first; or, in words for the learner, why the file can't be used. Nothing in between. */
export type ReadExport = { ok: true; exportedAt: string; events: readonly LearnerEvent[] } | { ok: false; message: string; hint: string };

const EnvelopeSchema = z.object({ format: z.literal(EXPORT_FORMAT), version: z.int(), exportedAt: z.iso.datetime(), events: z.array(z.unknown()) });

const CHOOSE_AGAIN = 'Choose the file that you saved with “Save a copy of my learning”. Nothing on this device was changed.';

/** Reads the text of an export. Hand the events to `LearnerRecord.merge`, which leaves what is on the device already. */
export function readExport(text: string): ReadExport {
  if (text.length > MAX_LENGTH) return refuse('This file is too large to be a copy of your learning.');
  const envelope = EnvelopeSchema.safeParse(parseJson(text));
  if (!envelope.success) return refuse('This file is not a whole copy of your learning from this site.');
  const { version, exportedAt, events } = envelope.data;
  if (version > EXPORT_VERSION) return refuse('This copy was made by a newer version of the site.', 'Reload this page and try again. Nothing on this device was changed.');
  const read: LearnerEvent[] = [];
  for (const [index, event] of events.entries()) {
    const result = LearnerEventSchema.safeParse(event);
    if (!result.success) return refuse(`This copy of your learning is damaged: entry ${index + 1} of ${events.length} can’t be read (${describeIssue(result.error)}).`, 'Choose an earlier copy, if you have one. Nothing on this device was changed.');
    read.push(result.data);
  }
  if (new Set(read.map(({ id }) => id)).size < read.length) return refuse('This copy of your learning is damaged: two entries have the same id.');
  return { ok: true, exportedAt, events: sortByTime(read) };
}

const refuse = (message: string, hint = CHOOSE_AGAIN): ReadExport => ({ ok: false, message, hint });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function describeIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'entry'}: ${issue.message}` : 'unknown';
}
