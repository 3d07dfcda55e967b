import { isObject } from './json.ts';

/** A learner as statements name them: by exactly one identifier, and by nothing else. Names are left out on purpose. */
export type Agent = { objectType: 'Agent' } & ({ account: { homePage: string; name: string } } | { mbox: string } | { mbox_sha1sum: string } | { openid: string });

const MAX_LENGTH = 1_000;
const SHA1 = /^[0-9a-f]{40}$/i;
const MAILBOX = /^mailto:[^\s@]+@[^\s@]+$/i;

/**
 * The agent that an LMS or a proxy means, in the shape of xAPI 1.0, also where it was written in the shape of 0.9 (lists of
 * `mbox`, `account` with `accountServiceHomePage`). An account goes before a mail address, because it names nobody to strangers.
 * `undefined` where it names nobody, or a group.
 */
export function readAgent(value: unknown): Agent | undefined {
  if (!isObject(value) || (value['objectType'] !== undefined && value['objectType'] !== 'Agent' && value['objectType'] !== 'Person')) return undefined;
  const account = readAccount(firstOf(value['account']));
  if (account) return { objectType: 'Agent', account };
  const mbox = readText(firstOf(value['mbox']));
  const address = mbox?.includes(':') === false ? `mailto:${mbox}` : mbox;
  if (address !== undefined && MAILBOX.test(address)) return { objectType: 'Agent', mbox: address };
  const sum = readText(firstOf(value['mbox_sha1sum']));
  if (sum !== undefined && SHA1.test(sum)) return { objectType: 'Agent', mbox_sha1sum: sum };
  const openid = readText(firstOf(value['openid']));
  return openid !== undefined && isWebAddress(openid) ? { objectType: 'Agent', openid } : undefined;
}

/** `{ homePage, name }`, or as xAPI 0.9 named the two. */
export function readAccount(value: unknown): { homePage: string; name: string } | undefined {
  if (!isObject(value)) return undefined;
  const homePage = readText(value['homePage'] ?? value['accountServiceHomePage']);
  const name = readText(value['name'] ?? value['accountName']);
  return homePage !== undefined && name !== undefined && isWebAddress(homePage) ? { homePage, name } : undefined;
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

const readText = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' && value.length <= MAX_LENGTH ? value : undefined);

const isWebAddress = (text: string): boolean => ['https:', 'http:'].includes(URL.parse(text)?.protocol ?? '');
