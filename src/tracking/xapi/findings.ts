/** What the self-test of a connection found out. `what` and `todo` are for whoever runs the site and the LRS. */
export interface Finding {
  id: FindingId;
  /** `problem`: nothing is recorded until it is solved. `note`: it works, with something less. */
  level: 'fine' | 'note' | 'problem';
  what: string;
  todo?: string;
}

export type FindingId = keyof typeof FINDINGS;

/** What the words below may name. Never a credential. */
export interface Named {
  /** Scheme and host of the LRS. */
  lrs: string;
  /** Of the page that reports. */
  site: string;
  version: string;
  versions: readonly string[];
  /** Seconds that the device's clock is ahead of the LRS's; negative: behind. */
  ahead: number;
  status: number;
}

type Words = (named: Named) => Omit<Finding, 'id'>;

const fine = (what: string): Omit<Finding, 'id'> => ({ level: 'fine', what });
const note = (what: string, todo: string): Omit<Finding, 'id'> => ({ level: 'note', what, todo });
const problem = (what: string, todo: string): Omit<Finding, 'id'> => ({ level: 'problem', what, todo });

const HEADERS = 'Authorization, Content-Type, X-Experience-API-Version, If-Match and If-None-Match';

/** Names are permanent: the page, its tests and docs/hosting-xapi.md refer to them. */
export const FINDINGS = {
  works: ({ lrs, version }) => fine(`Statements can be sent to ${lrs}, as xAPI ${version}.`),
  'bad-address': () => problem('The address of the LRS can’t be used.', 'Give the whole address, starting with https://, with no name or password in it.'),
  'mixed-content': ({ lrs }) => problem(`The academy is on https, and ${lrs} is not. Browsers block that without asking the LRS.`, 'Give the LRS a certificate and use its https address, or have the academy’s own web server pass requests on to it.'),
  'not-https': ({ lrs }) => problem(`${lrs} is not on https, so anybody on the way could read records and credentials. The academy does not send there.`, 'Give the LRS a certificate and use its https address.'),
  unreachable: ({ lrs }) =>
    problem(
      `This browser can’t reach ${lrs}. Browsers don’t say why: its name may be unknown (DNS), a firewall, proxy or certificate may stand in the way, the server may be off, or this site’s own security policy (Content-Security-Policy, connect-src) may not name it.`,
      'Open the address of the LRS in a new tab. If that fails, it is the name, the network, the certificate or the server. If it opens, add its origin to launchOrigins in academy.yaml, build again, and look for “connect-src” in the browser’s console.',
    ),
  'no-answer': ({ lrs }) => problem(`${lrs} took the request and did not answer in time.`, 'Look at the load and the log of the LRS and of whatever stands in front of it.'),
  cors: ({ lrs, site }) => problem(`${lrs} answers, but does not let pages of ${site} read its answers (CORS).`, `In the LRS, or the server in front of it, allow the origin ${site} and the headers ${HEADERS}, and expose ETag.`),
  preflight: ({ lrs, site }) => problem(`${lrs} lets pages of ${site} read some answers, but not send statements: it refuses the question that browsers ask beforehand (CORS preflight).`, `Allow the methods GET, PUT, POST and DELETE and the headers ${HEADERS} for ${site}. The question itself (OPTIONS) comes without credentials and must not ask for any.`),
  'not-an-lrs': ({ lrs, status }) => problem(`Something answers at ${lrs}, but not as an LRS does (status ${status}).`, 'Check the path of the address. It usually ends with “xapi”, “xAPI” or “data/xAPI”, and “statements” below it must be the LRS’s.'),
  'signed-out': () => problem('The server in front of the LRS does not let the request through: it answers 401, or sends it to a page to sign in.', 'Sign in to the academy and test again. If you are signed in, the credential that the server adds for the LRS is missing or wrong.'),
  'needs-key': ({ lrs }) => note(`${lrs} answers, and asks for a key and a secret (401).`, 'Type in both and test again, to find out whether statements can be sent.'),
  unauthorised: ({ lrs }) => problem(`${lrs} does not know the credentials (401).`, 'Check key and secret, or the launch settings of the LMS. Has the key expired, or does the server in front drop the Authorization header?'),
  forbidden: ({ lrs }) => problem(`${lrs} knows the credentials, but they may not write statements (403).`, 'Give the key the right to write statements (“statements/write”).'),
  'wrong-version': ({ version, versions }) => problem(`The LRS speaks xAPI ${versions.join(', ')}, and the academy is set to ${version}.`, `Set xapiVersion in academy.yaml to one that the LRS speaks, and build again.`),
  busy: ({ lrs, status }) => problem(`${lrs} is overloaded or out of order just now (status ${status}).`, 'Test again in a few minutes. Learners lose nothing: what they do waits on their device and is sent later.'),
  'accepts-anything': ({ lrs }) => problem(`${lrs} says yes to something that is no statement, so its yes is worth nothing.`, 'Check the address: a web server that answers everything with 200 is no LRS.'),
  'may-not-read': () => note('The credentials may write statements, and not read them.', 'That is enough, and good practice. Only in the rare case of a conflict a statement is then set aside rather than compared.'),
  'no-state': () => note('The LRS keeps no State documents for these credentials.', 'Learners can’t go on from another device. Give the key the right to use “state” if they should.'),
  'etag-hidden': () => note('The browser may not read the ETag of State documents.', 'Expose the header ETag (Access-Control-Expose-Headers). Until then, of two devices used at the same time the last one to save wins.'),
  'clock-fits': () => fine('The clocks of this device and of the LRS agree.'),
  'clock-off': ({ ahead }) => note(`The clock of this device is ${describeSpan(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} that of the LRS.`, 'Set the device’s clock by the network. An LRS may refuse statements from the future; others show them at a wrong time.'),
  'clock-unknown': () => note('Whether the clocks of this device and of the LRS agree can’t be told, because browsers hide the time of an answer from another site.', 'Look at the “stored” time of a statement in the LRS. If you can, expose the header Date (Access-Control-Expose-Headers).'),
} satisfies Record<string, Words>;

export const say = (id: FindingId, named: Named): Finding => ({ id, ...(FINDINGS[id] as Words)(named) });

function describeSpan(seconds: number): string {
  const span = Math.abs(seconds);
  if (span < 120) return `${Math.round(span)} seconds`;
  return span < 7_200 ? `${Math.round(span / 60)} minutes` : span < 172_800 ? `${Math.round(span / 3_600)} hours` : `${Math.round(span / 86_400)} days`;
}
