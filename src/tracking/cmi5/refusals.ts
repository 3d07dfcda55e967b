import type { DefinedVerb } from './cmi5-terms.ts';

/** Requirements of cmi5, by number, as LMSs name them in a refusal. */
const REQUIREMENT = /\b\d{1,2}(?:\.\d{1,2}){3}-\d{1,2}\b/g;

/** Said to a statement of a session that is over: terminated, abandoned, or its token no longer holds. */
const SESSION_OVER: ReadonlySet<string> = new Set(['7.1.2.0-1', '7.1.3.0-1', '8.1.2.0-2', '8.1.2.0-5', '9.3.0.0-5', '9.3.6.0-2', '9.3.8.0-4']);

/** Said to a statement that was told already: another with this verb is there, in the session or in the registration. */
const TOLD_ALREADY: Readonly<Record<DefinedVerb, readonly string[]>> = {
  initialized: ['9.3.0.0-2', '9.3.2.0-3'],
  completed: ['9.3.0.0-2', '9.3.0.0-6', '9.3.3.0-2'],
  passed: ['9.3.0.0-2', '9.3.0.0-7', '9.3.4.0-3'],
  // Also: passed already, in this session or before, so that there is no fail to tell.
  failed: ['9.3.0.0-2', '9.3.0.0-3', '9.3.0.0-8'],
  terminated: ['9.3.0.0-2', '9.3.0.0-5', '7.1.2.0-1', '9.3.8.0-4'],
};

/** What a 403 means. `told`: it is there already. `over`: nothing more is taken from this session. `refused`: this statement is not taken. */
export type Refusal = 'told' | 'over' | 'refused';

/** @param text what the LMS answered. One that names no requirement has no word against the statement, so its session is over. */
export function explainRefusal(text: string, verb?: DefinedVerb): Refusal {
  const named = text.match(REQUIREMENT) ?? [];
  if (verb && named.some((id) => TOLD_ALREADY[verb].includes(id))) return 'told';
  return named.every((id) => SESSION_OVER.has(id)) ? 'over' : 'refused';
}

/** Whether the LMS says outright that the session is over, and not just that something is not allowed. */
export function saysOver(text: string): boolean {
  const named = text.match(REQUIREMENT) ?? [];
  return named.length > 0 && named.every((id) => SESSION_OVER.has(id));
}
