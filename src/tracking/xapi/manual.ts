import type { SessionNotes } from '../../record/session-notes.ts';
import { readAccount } from '../lrs/actor.ts';
import { endpointOf, readServiceUrl } from '../lrs/endpoint.ts';
import { basicAuthorization } from './authorization.ts';
import { readKeptLaunch, type Launch } from './launch.ts';

/** What somebody in a pilot types in, as they typed it. */
export interface ManualConnection {
  endpoint: string;
  key: string;
  secret: string;
  /** Says who they are to the LRS, and should say it to nobody else. */
  accountName: string;
}

/** Fields that can't be used as they are, with what to do, in words for whoever typed. */
export type ManualProblems = Partial<Record<keyof ManualConnection, string>>;

const NOTE = 'xapi-manual';
const LONGEST = 500;

/**
 * Keeps a connection for this tab, until it is closed, and nowhere else. Nothing is kept where there are problems.
 * @param homePage of the account: the web address under which the account's name is unique, such as that of the academy
 */
export function keepManualConnection(notes: SessionNotes, typed: ManualConnection, homePage: string): ManualProblems {
  const [endpoint, key, accountName] = [readServiceUrl(typed.endpoint.trim()), typed.key.trim(), typed.accountName.trim()];
  const account = readAccount({ homePage, name: accountName });
  const problems: ManualProblems = {
    ...(!endpoint && { endpoint: 'Enter the address of the LRS. It starts with https:// and holds no name or password.' }),
    ...((key === '' || key.includes(':') || key.length > LONGEST) && { key: 'Enter the key that the LRS gave you. It holds no colon.' }),
    ...((typed.secret === '' || typed.secret.length > LONGEST) && { secret: 'Enter the secret that belongs to the key.' }),
    ...((!account || accountName.length > LONGEST) && { accountName: 'Enter a name for your account, such as a staff number.' }),
  };
  if (endpoint && account && Object.keys(problems).length === 0) {
    const launch: Launch = { endpoint: endpointOf(endpoint), authorization: basicAuthorization(key, typed.secret), actor: { objectType: 'Agent', account } };
    notes.write(NOTE, launch);
  }
  return problems;
}

/** What was kept, ready for use. */
export const readManualConnection = (notes: SessionNotes): Launch | undefined => readKeptLaunch(notes.read(NOTE), 'any');

export function forgetManualConnection(notes: SessionNotes): void {
  notes.remove(NOTE);
}
