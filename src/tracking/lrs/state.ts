import type { Answer, LrsClient, LrsRequest } from './client.ts';
import type { Actor } from './statement.ts';

/** One document that an LRS keeps of one learner in one activity (xAPI Communication 2.3). */
export interface StateAddress {
  activityId: string;
  agent: Actor;
  registration?: string | undefined;
  stateId: string;
}

/** `unavailable`: no answer, or no right to it, or an LRS that keeps no documents. Whoever asks goes on without. */
export type LoadedState = { kind: 'found'; text: string } | { kind: 'none' } | { kind: 'unavailable' };

/** More than two tabs don't meet in practice; after that the next save brings everything anyway. */
const MAX_TRIES = 4;

export async function loadState(lrs: LrsClient, address: StateAddress): Promise<LoadedState> {
  const answer = await request(lrs, address, { method: 'GET' });
  if (answer.kind === 'ok') return { kind: 'found', text: answer.text };
  return isMissing(answer) ? { kind: 'none' } : { kind: 'unavailable' };
}

/**
 * Saves a document without overwriting what another device saved meanwhile.
 * @param merge makes the text to save from what is there; called again when that changed on the way. `undefined`: nothing to save
 * @returns whether it is saved. Never fails louder than that, because the record does not depend on it.
 */
export async function saveState(lrs: LrsClient, address: StateAddress, merge: (there: string | undefined) => string | undefined): Promise<boolean> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const there = await request(lrs, address, { method: 'GET' });
    if (there.kind !== 'ok' && !isMissing(there)) return false;
    const text = merge(there.kind === 'ok' ? there.text : undefined);
    if (text === undefined || (there.kind === 'ok' && there.text === text)) return true;
    const answer = await request(lrs, address, { method: 'PUT', body: text, contentType: 'text/plain; charset=utf-8', ...preconditionFor(there, tries) });
    if (answer.kind === 'ok') return true;
    const hasChanged = answer.kind === 'refused' && (answer.status === 409 || answer.status === 412);
    if (!hasChanged) return false;
  }
  return false;
}

/** Where CORS hides the ETag the last one to write wins; an LRS that insists on a condition (2.0) is told to take any. */
function preconditionFor(there: Answer, tries: number): { ifMatch?: string; ifNoneMatch?: string } {
  if (there.kind !== 'ok') return { ifNoneMatch: '*' };
  if (there.etag !== undefined) return { ifMatch: there.etag };
  return tries === 0 ? {} : { ifMatch: '*' };
}

function request(lrs: LrsClient, { activityId, agent, registration, stateId }: StateAddress, rest: Omit<LrsRequest, 'resource' | 'query'>): Promise<Answer> {
  return lrs.request({ ...rest, resource: 'activities/state', query: { activityId, agent: JSON.stringify(agent), stateId, registration } });
}

const isMissing = (answer: Answer): boolean => answer.kind === 'refused' && answer.status === 404;
