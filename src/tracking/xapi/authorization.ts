const SCHEME = /^(basic|bearer|digest|token) /i;
/** Also URL-safe base64, and the dots of signed tokens. */
const CREDENTIAL = /^[A-Za-z0-9+/=_.~-]{1,4000}$/;
const VISIBLE = /^[\x21-\x7e]{1,4000}$/;

/**
 * The whole `Authorization` value that a launch means. Some LMSs give it with its scheme, others bare base64, which means Basic.
 * `undefined` for what no header may hold.
 */
export function readAuthorization(text: string): string | undefined {
  const trimmed = text.trim();
  const scheme = SCHEME.exec(trimmed)?.[1];
  // An LMS that forgets to encode a plus sign has it arrive as a space.
  const credential = trimmed.slice(scheme === undefined ? 0 : scheme.length + 1).trim().replaceAll(' ', '+');
  if (scheme === undefined) return CREDENTIAL.test(credential) ? `Basic ${credential}` : undefined;
  return VISIBLE.test(credential) ? `${scheme.charAt(0).toUpperCase()}${scheme.slice(1).toLowerCase()} ${credential}` : undefined;
}

/** Of a key and its secret. */
export function basicAuthorization(key: string, secret: string): string {
  const bytes = new TextEncoder().encode(`${key}:${secret}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
