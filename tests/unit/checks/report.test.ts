import { expect, test } from 'vitest';
import { formatReport, type ReportInput } from '../../../src/checks/report.ts';
import type { Problem } from '../../../src/framework/problem.ts';

const FILE = 'content/scenarios/first-visit.yaml';
const TEXT = 'title: First visit\nsteps:\n  - id: door\n    next: kpet\n';

const error: Problem = { rule: 'unknown-next', severity: 'error', place: { file: FILE, line: 4, column: 5 }, message: 'It leads to "kpet".', hint: 'Did you mean "kept"?' };
const warning: Problem = { rule: 'past-review-date', severity: 'warning', place: { file: 'content/themes.yaml' }, message: '100% of it is old.', hint: 'Read it again.' };

function report(problems: Problem[], texts: Record<string, string> = { [FILE]: TEXT }): ReportInput {
  return { problems, texts: new Map(Object.entries(texts)), totals: { scenarios: 1, modules: 2, frameworks: 0 } };
}

test('a terminal shows problems by file, with the line, a caret and what to do', () => {
  expect(formatReport(report([error, { ...error, place: { file: FILE, line: 1, column: 1 } }, warning]), 'text')).toMatchInlineSnapshot(`
    "content/scenarios/first-visit.yaml
      4:5  error  It leads to "kpet".  (unknown-next)
          4 |     next: kpet
                  ^
          What to do: Did you mean "kept"?
      1:1  error  It leads to "kpet".  (unknown-next)
          1 | title: First visit
              ^
          What to do: Did you mean "kept"?

    content/themes.yaml
      warning  100% of it is old.  (past-review-date)
          What to do: Read it again.

    Looked at 0 frameworks, 2 modules and 1 scenario: 2 errors, 1 warning."
  `);
});

test('a line indented by tabs keeps the caret in place', () => {
  expect(formatReport(report([error], { [FILE]: '\n\n\n\t\t\t\tnext: kpet' }), 'text').split('\n').slice(2, 4)).toEqual(['      4 |     next: kpet', '              ^']);
});

test('a line that may hold a credential is not shown, so that a build log does not keep it', () => {
  expect(formatReport(report([{ ...error, rule: 'credential-in-content' }]), 'text')).not.toContain('4 |');
});

test('a long line is cut around the place', () => {
  const lines = formatReport(report([{ ...error, place: { file: FILE, line: 1, column: 301 } }], { [FILE]: `${'a'.repeat(300)}X${'b'.repeat(300)}` }), 'text').split('\n');
  expect(lines[2]?.length).toBeLessThan(120);
  expect(lines[2]?.[lines[3]?.indexOf('^') ?? 0]).toBe('X');
});

test('text from a file can’t rewrite the terminal', () => {
  const shown = formatReport(report([{ ...error, message: 'It is \u001b[2Jgone\u202e.' }], { [FILE]: '\n\n\nnext: \u001b]0;x\u0007' }), 'text');
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
});

test('where nothing is wrong, the report says what was looked at', () => {
  expect(formatReport(report([]), 'text')).toBe('Looked at 0 frameworks, 2 modules and 1 scenario: nothing to mend.');
});

test('where there are only warnings, the report says that they stop nothing', () => {
  expect(formatReport(report([warning]), 'text')).toContain('Looked at 0 frameworks, 2 modules and 1 scenario: 0 errors, 1 warning. Warnings do not stop a build.');
});

test('a program gets every problem and the totals', () => {
  expect(JSON.parse(formatReport(report([error, warning]), 'json'))).toEqual({ problems: [error, warning], totals: { scenarios: 1, modules: 2, frameworks: 0, errors: 1, warnings: 1 } });
});

test('a pull request gets one annotation for each problem, and no text can forge another', () => {
  expect(formatReport(report([{ ...error, message: 'One\n::error::two' }, { ...warning, place: { file: 'a,b:c.yaml' } }]), 'github')).toMatchInlineSnapshot(`
    "::error file=content/scenarios/first-visit.yaml,line=4,col=5,title=unknown-next::content/scenarios/first-visit.yaml:4:5 One%0A::error::two What to do: Did you mean "kept"?
    ::warning file=a%2Cb%3Ac.yaml,title=past-review-date::a,b:c.yaml 100%25 of it is old. What to do: Read it again.
    Looked at 0 frameworks, 2 modules and 1 scenario: 1 error, 1 warning."
  `);
});
