import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ScenarioSchema, type Scenario } from '../../../src/course/scenario.ts';
import { FrameworkSchema, type Framework } from '../../../src/framework/framework.ts';
import { parseWith } from '../../../src/framework/parse-with.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';
import { ThemesSchema, type Theme } from '../../../src/framework/theme.ts';

export function readFramework(file: string): Framework {
  const { value, problems } = parseWith(FrameworkSchema, readSafeYaml(readFileSync(file, 'utf8'), file), 'framework');
  if (!value) throw new ContentError(problems);
  return value;
}

export function readThemes(): Theme[] {
  const file = 'content/themes.yaml';
  const { value, problems } = parseWith(ThemesSchema, readSafeYaml(readFileSync(file, 'utf8'), file), 'themes');
  if (!value) throw new ContentError(problems);
  return value.themes;
}

export const riverside = (): Framework => readFramework('tests/fixtures/generator/riverside.yaml');
export const hostile = (): Framework => readFramework('tests/fixtures/generator/hostile-framework/framework.yaml');

/** The frameworks that ship with the academy. */
export function readShipped(): Framework[] {
  const folder = 'content/frameworks';
  const files = readdirSync(folder).map((id) => `${folder}/${id}/framework.yaml`);
  return files.filter((file) => existsSync(file)).map(readFramework);
}

export interface Attack {
  name: string;
  text: string;
}

export const attacks: readonly Attack[] = JSON.parse(readFileSync('tests/fixtures/generator/attacks.json', 'utf8'));

/** The scenarios that ship with the academy. */
export function readScenarios(): Scenario[] {
  const folder = 'content/scenarios';
  return readdirSync(folder).map((file) => {
    const { value, problems } = parseWith(ScenarioSchema, readSafeYaml(readFileSync(`${folder}/${file}`, 'utf8'), file), 'scenario');
    if (!value) throw new ContentError(problems);
    return { ...value, id: file.replace(/\.yaml$/, '') };
  });
}
