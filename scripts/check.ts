import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

// What is imported from here on need not be compiled again the next time: half of the time that a small check takes.
enableCompileCache();
const { checkContent } = await import('../src/checks/check-content.ts');
const { readContent } = await import('../src/checks/read-content.ts');
const { formatReport, REPORT_FORMATS } = await import('../src/checks/report.ts');

const HELP = `Checks everything in content/: spelling of fields, routes of scenarios, quotations, language and dates.

  npm run check -- [--content DIR] [--format ${REPORT_FORMATS.join('|')}]

  --content DIR   the folder to check (content)
  --format        text for people, json for programs, github for annotations on a pull request (text)

Ends with 1 where there is an error, with 0 where there are only warnings, with 2 where the command was not understood.`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const content = await readContent(options.content);
  const problems = checkContent(content, new Date().toISOString().slice(0, 10));
  const totals = { scenarios: content.scenarios.length, modules: content.modules.length, frameworks: content.frameworks.length };
  console.log(formatReport({ problems, texts: content.texts, totals }, options.format));
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: { content: { type: 'string', default: 'content' }, format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h', default: false } } });
    const format = REPORT_FORMATS.find((known) => known === values.format);
    return format ? { ...values, format } : `"${values.format}" is not a format.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
