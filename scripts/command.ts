import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ContentError, formatProblem } from '../src/framework/problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Runs one command: answers `--help`, and turns what goes wrong into words and an exit code.
 * Exit codes: 0 done, 1 the input or the build is wrong, 2 the command was called wrongly.
 */
export async function runCommand<const O extends Options>(
  { help, options }: { help: string; options: O },
  run: (values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'], positionals: string[]) => Promise<number | undefined>,
): Promise<void> {
  let parsed: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true }) as typeof parsed;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  if ('help' in parsed.values && parsed.values.help) {
    console.log(help);
    return;
  }
  try {
    process.exitCode = (await run(parsed.values, parsed.positionals)) ?? 0;
  } catch (error) {
    console.error(error instanceof ContentError ? error.problems.map(formatProblem).join('\n\n') : error);
    process.exitCode = 1;
  }
}
