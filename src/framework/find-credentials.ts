/** Where a credential stands, and whether its name or its value gave it away. */
export interface FoundCredential {
  path: (string | number)[];
  by: 'name' | 'value';
}

const CREDENTIAL_NAME = /(?:^|[^a-z])(?:api[-_]?key|key|secret|token|password|passwd|pwd|passphrase|credentials?|bearer|auth|authori[sz]ation|login|username)(?:$|[^a-z])/;

/** What `Authorization` holds. Words such as "Basic understanding" have no digit, no sign and no capital within. */
const SCHEME_AND_TOKEN = /\b(?:basic|bearer)[ \t]{1,4}([A-Za-z0-9+/=_.~-]{6,400})/gi;
const TOKEN_SIGNS = /[0-9=+/_~]|[a-z][A-Z]/;
const LOGIN_IN_ADDRESS = /:\/\/[^\s/?#@]{1,200}@/;
const PARAMETER = /[?&;#]([A-Za-z][A-Za-z0-9_-]{0,40})=/g;
const JSON_WEB_TOKEN = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{4}/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;
/** A long run without a gap: long enough for no word, and mixed as only a machine mixes. */
const LONG_RUN = /[A-Za-z0-9+/_-]{24,400}/g;
const HEXADECIMAL = /^[0-9a-f]{32,}$/i;

/**
 * Fields that are named like a credential, and texts that look like one: what `Authorization` holds, a login within an
 * address, a token, a private key. No value is repeated, so that none ends up in the log of a build.
 */
export function findCredentials(value: unknown, path: readonly (string | number)[] = []): FoundCredential[] {
  if (typeof value === 'string') return holdsCredential(value) ? [{ path: [...path], by: 'value' }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => findCredentials(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const here = [...path, name];
    return isCredentialName(name) ? [{ path: here, by: 'name' }] : findCredentials(child, here);
  });
}

/** Reads `lrsApiKey`, `lrs_secret` and `client-token` alike, word by word: `monkey` is none. */
const isCredentialName = (name: string): boolean => CREDENTIAL_NAME.test(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase());

const holdsCredential = (text: string): boolean =>
  LOGIN_IN_ADDRESS.test(text) ||
  JSON_WEB_TOKEN.test(text) ||
  PRIVATE_KEY.test(text) ||
  [...text.matchAll(SCHEME_AND_TOKEN)].some(([, token = '']) => TOKEN_SIGNS.test(token)) ||
  [...text.matchAll(PARAMETER)].some(([, name = '']) => isCredentialName(name)) ||
  [...text.matchAll(LONG_RUN)].some(([run]) => HEXADECIMAL.test(run) || (/[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run)));
