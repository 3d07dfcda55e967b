import { parseJson } from './json.ts';

/**
 * Whether an LRS holds the statement that was sent. LRSs add to what they store (`stored`, `authority`, `version`, the
 * activity's own definition), so only what they must keep is compared: id, who, did what, to what, when, and with which result.
 */
export function isSameStatement(sent: string, stored: unknown): boolean {
  const ours = parseJson(sent);
  return WHAT_STAYS.every((path) => sameValue(path, read(ours, path), read(stored, path)));
}

const WHAT_STAYS = ['id', 'actor.account.homePage', 'actor.account.name', 'actor.mbox', 'actor.mbox_sha1sum', 'actor.openid', 'verb.id', 'object.id', 'timestamp', 'result.response', 'result.success', 'result.completion', 'result.score.scaled', 'context.registration'] as const;

function sameValue(path: (typeof WHAT_STAYS)[number], ours: unknown, theirs: unknown): boolean {
  if (path === 'timestamp') return typeof ours === 'string' && typeof theirs === 'string' && Date.parse(ours) === Date.parse(theirs);
  if ((path === 'id' || path === 'context.registration') && typeof ours === 'string' && typeof theirs === 'string') return ours.toLowerCase() === theirs.toLowerCase();
  return ours === theirs;
}

const read = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), value);
