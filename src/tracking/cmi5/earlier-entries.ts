import type { Outbox, OutboxEntry } from '../../record/outbox.ts';
import type { LrsClient } from '../lrs/client.ts';
import { SESSION_EXTENSION } from './cmi5-terms.ts';

/**
 * Makes ready what an earlier session of this registration could not send. Its texts carry that session's id, which the LMS
 * takes no more, so that they have to be written anew; but only once it is known that they did not arrive.
 * @returns `false` where the LMS could not be asked: nothing of it may be sent yet.
 */
export async function reclaimEarlierEntries(outbox: Outbox, lms: LrsClient, sessionId: string): Promise<boolean> {
  const stale = (await outbox.listAll()).filter(({ body }) => body !== undefined && readSessionId(body) !== sessionId);
  // What was set aside was refused, so it is not there.
  await outbox.unseal(stale.filter(isParked).map(({ id }) => id));
  for (const { id } of stale.filter((entry) => !isParked(entry))) {
    const found = await lms.getStatement(id);
    if (found.kind === 'found') await outbox.remove([id]);
    else if (found.kind === 'busy' || found.kind === 'unreachable') return false;
    else await outbox.unseal([id]);
  }
  return true;
}

const isParked = ({ parked }: OutboxEntry): boolean => parked !== undefined;

function readSessionId(body: string): unknown {
  try {
    return (JSON.parse(body) as { context?: { extensions?: Record<string, unknown> } }).context?.extensions?.[SESSION_EXTENSION];
  } catch {
    return undefined;
  }
}
