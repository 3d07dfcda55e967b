import { enableCompileCache } from 'node:module';
import { runCommand } from './command.ts';

// What is imported from here on need not be compiled again the next time: half of the time that a small check takes.
enableCompileCache();
const { checkContent } = await import('../src/checks/check-content.ts');
const { formatMended, mendContent } = await import('../src/checks/mend-content.ts');
const { readContent } = await import('../src/checks/read-content.ts');
const { formatReport, formatRules, REPORT_FORMATS } = await import('../src/checks/report.ts');
const { RULES } = await import('../src/checks/rules.ts');

const help = `Checks everything in content/: spelling of fields, routes of scenarios, quotations, language and dates.

  npm run check -- [--content DIR] [--release] [--fix] [--format ${REPORT_FORMATS.join('|')}]
  npm run check -- --rules

  --content DIR   the folder to check (content)
  --release       as for what goes out to learners: a draft is an error
  --fix           mend what is safe to mend, such as a word that stands twice, and say what was mended
  --rules         list what is asked for, rule by rule, and check nothing
  --format        text for people, json for programs, github for annotations on a pull request (text)

Ends with 1 where there is an error, with 0 where there are only warnings, with 2 where the command was not understood.`;

const options = { content: { type: 'string', default: 'content' }, release: { type: 'boolean', default: false }, fix: { type: 'boolean', default: false }, rules: { type: 'boolean', default: false }, format: { type: 'string', default: 'text' } } as const;

await runCommand({ help, options }, async (values, [unexpected]) => {
  const format = REPORT_FORMATS.find((known) => known === values.format);
  if (!format || unexpected !== undefined) {
    console.error(`${format ? `"${unexpected}" has no place here` : `"${values.format}" is not a format`}.\n\n${help}`);
    return 2;
  }
  if (values.rules) {
    console.log(formatRules(RULES));
    return 0;
  }
  const occasion = { today: new Date().toISOString().slice(0, 10), isRelease: values.release };
  // Programs read the report alone.
  if (values.fix) (format === 'text' ? console.log : console.error)(`${formatMended(await mendContent(values.content, occasion))}\n`);
  const content = await readContent(values.content);
  const problems = checkContent(content, occasion);
  const totals = { scenarios: content.scenarios.length, modules: content.modules.length, frameworks: content.frameworks.length };
  console.log(formatReport({ problems, texts: content.texts, totals }, format));
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
});
