import { readContent } from '../src/checks/read-content.ts';
import { COVERAGE_FORMATS, formatCoverage } from '../src/checks/report-coverage.ts';
import { toLibrary } from '../src/checks/to-library.ts';
import { surveyCoverage } from '../src/course/coverage.ts';
import { formatProblem } from '../src/framework/problem.ts';
import { runCommand } from './command.ts';

const help = `Lays standards, modules, scenarios, knowledge checks and review dates side by side, gaps first. The site shows the same at /coverage/.

  npm run coverage -- [--content DIR] [--format ${COVERAGE_FORMATS.join('|')}]

  --content DIR   the folder of content (content)
  --format        text for people, csv for a spreadsheet, json for programs (text)`;

const options = { content: { type: 'string', default: 'content' }, format: { type: 'string', default: 'text' } } as const;

await runCommand({ help, options }, async (values, [unexpected]) => {
  const format = COVERAGE_FORMATS.find((known) => known === values.format);
  if (!format || unexpected !== undefined) {
    console.error(`${format ? `"${unexpected}" has no place here` : `"${values.format}" is not a format`}.\n\n${help}`);
    return 2;
  }
  const content = await readContent(values.content);
  const errors = content.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) console.error(`${errors.map(formatProblem).join('\n\n')}\n\nWhat could not be read is left out below.\n`);
  console.log(formatCoverage(surveyCoverage(toLibrary(content), new Date().toISOString().slice(0, 10)), format));
  return errors.length > 0 ? 1 : 0;
});
