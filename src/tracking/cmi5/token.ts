import { NotConnectedError } from '../connection.ts';

/** What the numbers of cmi5 8.2.3 mean to the learner. An LMS sends them with HTTP 200. */
const ERRORS: Readonly<Record<string, string>> = {
  '1': 'This link from your learning system was used before, and each works once. Close this page and open the module from there again.',
  '2': 'Your learning system has ended this session. Close this page and open the module from there again.',
  '3': 'Your learning system could not start a session. Try again in a few minutes. If it happens again, tell whoever runs it.',
};

const TRY_AGAIN = 'Reload this page to try again. If that does not help, open the module from there again.';

/**
 * Asks for the token of this session, which an LMS gives once (cmi5 8.2).
 * @throws NotConnectedError in words for the learner. A request that got no answer may have used the link up, so it is not repeated.
 */
export async function obtainToken(fetchUrl: string, fetch: typeof globalThis.fetch): Promise<string> {
  const response = await post(fetchUrl, fetch);
  if (!response.ok) throw new NotConnectedError(`Your learning system did not give access (answer ${response.status}). ${TRY_AGAIN}`);
  const answer = await readJson(response);
  const token = answer['auth-token'];
  if (typeof token === 'string' && IN_A_HEADER.test(token)) return token;
  const code = answer['error-code'];
  throw new NotConnectedError((typeof code === 'string' || typeof code === 'number' ? ERRORS[String(code)] : undefined) ?? `Your learning system gave no access to its records. ${TRY_AGAIN}`);
}

/** What a header can hold, so that a broken token is told here and not by a request that can't be made. */
const IN_A_HEADER = /^[\x21-\x7e]+$/;

async function post(fetchUrl: string, fetch: typeof globalThis.fetch): Promise<Response> {
  try {
    return await fetch(fetchUrl, { method: 'POST', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  } catch {
    throw new NotConnectedError(`Your learning system could not be reached. ${TRY_AGAIN}`);
  }
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const value: unknown = await response.json();
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
