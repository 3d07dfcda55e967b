import type { ModulePlan, PlannedAction } from './plan-modules.ts';

const HEADINGS: readonly { action: PlannedAction; done: string; planned: string }[] = [
  { action: 'write', done: 'written', planned: 'to write' },
  { action: 'rewrite', done: 'brought up to date', planned: 'to bring up to date' },
  { action: 'keep', done: 'already up to date', planned: 'already up to date' },
  { action: 'leave', done: 'changed by a person and left as they are', planned: 'changed by a person and to be left as they are' },
  { action: 'orphan', done: 'no longer in the framework and left as they are', planned: 'no longer in the framework and to be left as they are' },
];

/** What a person reads after generating: how many modules of each kind, and the names of those that need a look. */
export function formatPlan(framework: string, { modules }: ModulePlan, { isDryRun, show }: { isDryRun: boolean; show: boolean }): string {
  const lines = [`${framework}: ${modules.length} ${modules.length === 1 ? 'module' : 'modules'}`];
  for (const { action, done, planned } of HEADINGS) {
    const those = modules.filter((module) => module.action === action);
    if (those.length === 0) continue;
    lines.push(`  ${String(those.length).padStart(4)} ${isDryRun ? planned : done}`);
    if (action === 'leave' || action === 'orphan') lines.push(...those.map(({ path }) => `         ${path}`));
  }
  const left = modules.filter(({ action }) => action === 'leave');
  if (left.length > 0 && !show) lines.push('  To see what would have been written in their place, add --show.');
  if (show) lines.push(...left.map(({ path, text }) => `\n--- ${framework}/${path} would have been:\n${text ?? ''}`));
  if (modules.some(({ action }) => action === 'orphan')) lines.push('  Delete a module that is no longer needed yourself: learners’ records may name it.');
  return lines.join('\n');
}
