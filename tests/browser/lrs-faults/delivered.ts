import { isDeepStrictEqual } from 'node:util';
import { statementId } from '../../../src/tracking/lrs/enclose-statements.ts';
import type { Lrs, StoredStatement } from '../../lrs/start-lrs.ts';
import type { FaultProxy } from '../../peers/fault-proxy.ts';
import type { LearnerTabs } from './learner-tabs.ts';

/** What an LRS adds to a statement, or fills in. */
const ADDED = ['stored', 'authority', 'version'];

/** What went wrong on the way from the tabs to the LRS: lost, stored twice, sent with different bytes, stored with another body, or out of order within a session. */
export async function findFaultsOf(tabs: LearnerTabs, proxy: FaultProxy, lrs: Lrs): Promise<string[]> {
  const stored = await lrs.listStatements();
  const byId = new Map(stored.map((statement) => [statement.id, statement]));
  const lost = [...tabs.kept.keys()].filter((event) => !byId.has(statementId(event))).map((event) => `${event} was lost`);
  const doubled = stored.length > byId.size ? [`${stored.length - byId.size} are stored twice`] : [];
  const changed = [...proxy.bodies].flatMap(([id, texts]) => {
    const [text = ''] = texts;
    if (texts.size > 1) return [`${id} was sent with ${texts.size} bodies`];
    const held = byId.get(id);
    return held && !isSame(held, JSON.parse(text) as object) ? [`${id} is stored with another body`] : [];
  });
  return [...lost, ...doubled, ...changed, ...findDisorder(tabs, proxy)].slice(0, 20);
}

function isSame(stored: StoredStatement, sent: object): boolean {
  const kept = Object.fromEntries(Object.entries(stored).filter(([name]) => !ADDED.includes(name)));
  return isDeepStrictEqual(sort(kept), sort(sent));
}

/** An LRS may fill in `objectType` where it is left out, and says the same. */
function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'objectType').map(([name, part]) => [name, sort(part)]));
}

function findDisorder(tabs: LearnerTabs, proxy: FaultProxy): string[] {
  const byStatement = new Map([...tabs.kept.values()].map((event) => [statementId(event.id), event]));
  const newest = new Map<string, string>();
  return [...proxy.taken].flatMap((id) => {
    const event = byStatement.get(id);
    if (!event) return [];
    const before = newest.get(event.session) ?? '';
    newest.set(event.session, event.at);
    return event.at > before ? [] : [`${id} of ${event.at} arrived after one of ${before}`];
  });
}
