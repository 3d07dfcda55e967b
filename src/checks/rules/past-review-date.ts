import { defineRule, type Finding } from '../rule.ts';

export const pastReviewDate = defineRule('past-review-date', 'warning', 'Scenarios and modules are read again by the date they carry.', ({ scenarios, modules }, { today }) => {
  const dated = [...scenarios.map((file) => ({ file, reviewBy: file.scenario.reviewBy })), ...modules.map((file) => ({ file, reviewBy: file.module.reviewBy }))];
  return dated.flatMap(({ file, reviewBy }): Finding[] =>
    reviewBy < today ? [[file, ['reviewBy'], `This was to be reviewed by ${reviewBy}.`, 'Read it again, mend what has changed in law or practice, and set a new date.']] : [],
  );
});
