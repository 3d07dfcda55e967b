import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAcademy, type Academy } from '../framework/academy.ts';
import { ContentError } from '../framework/problem.ts';
import { readSafeYaml } from '../framework/safe-yaml.ts';

/**
 * Reads `academy.yaml` alone and at once: a build has to know its base address before anything else is read.
 * Throws a `ContentError` where the file is missing or wrong.
 */
export function readAcademySettings(contentDir: string): Academy {
  const full = path.resolve(contentDir, 'academy.yaml');
  const file = path.relative(process.cwd(), full).split(path.sep).join('/');
  let text: string;
  try {
    text = readFileSync(full, 'utf8');
  } catch {
    throw new ContentError([{ rule: 'missing-file', severity: 'error', place: { file }, message: `The file ${file} is missing or can't be read.`, hint: 'Create it, or say in the environment variable ACADEMY_CONTENT where the content is.' }]);
  }
  const { value, problems } = parseAcademy(readSafeYaml(text, file));
  if (value === undefined) throw new ContentError(problems);
  return value;
}
