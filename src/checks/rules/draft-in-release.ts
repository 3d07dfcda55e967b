import { defineRule, type Finding } from '../rule.ts';

export const draftInRelease = defineRule('draft-in-release', 'error', 'What is released to learners is no draft.', ({ scenarios, modules }, { isRelease = false }) => {
  if (!isRelease) return [];
  const drafts = [...scenarios.filter(({ scenario }) => scenario.status === 'draft'), ...modules.filter(({ module }) => module.status === 'draft')];
  return drafts.map((file): Finding => [file, ['status'], 'This is still a draft, and learners would read it.', 'Read it through, and set the status to "checked"; or build without --release while you work on it.']);
});
