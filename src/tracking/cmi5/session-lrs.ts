import type { Delivery, LrsClient } from '../lrs/client.ts';
import { explainRefusal } from './refusals.ts';

/** Unprocessable: the request was understood, and what is in it is not taken. */
const ABOUT_THE_STATEMENT = 422;

/**
 * The LMS's LRS as a session sees it. Where a plain LRS says 403 to whoever may not write, a cmi5 LMS says it to a single
 * statement as well, and names the requirement: that one is set aside, and the others go on. @param onOver hears that the LMS
 * takes nothing more from this session.
 */
export function asSessionLrs(lms: LrsClient, onOver: () => void): LrsClient {
  const read = (delivery: Delivery): Delivery => {
    if (delivery.kind === 'forbidden' && explainRefusal(delivery.text) === 'refused') return { kind: 'refused', status: ABOUT_THE_STATEMENT, text: delivery.text };
    if (delivery.kind === 'forbidden' || delivery.kind === 'unauthorised') onOver();
    return delivery;
  };
  return { ...lms, postStatements: async (bodies, options) => read(await lms.postStatements(bodies, options)) };
}
