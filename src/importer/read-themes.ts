import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWith } from '../framework/parse-with.ts';
import { ContentError } from '../framework/problem.ts';
import { readSafeYaml } from '../framework/safe-yaml.ts';
import { ThemesSchema, type Theme } from '../framework/theme.ts';

/** The practice themes of a content folder; none where it has no `themes.yaml`. Throws a `ContentError` where that file is wrong. */
export function readThemes(contentFolder: string): Theme[] {
  const file = join(contentFolder, 'themes.yaml');
  if (!existsSync(file)) return [];
  const { value, problems } = parseWith(ThemesSchema, readSafeYaml(readFileSync(file, 'utf8'), file), 'the list of themes');
  if (value === undefined) throw new ContentError(problems);
  return value.themes;
}
