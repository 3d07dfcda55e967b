import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Writes content that holds one shipped framework, and the scenarios that its modules name. What was there before goes. */
export function copyFramework(framework: string, content: string): void {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(join(content, 'scenarios'), { recursive: true });
  const modules = join('content/frameworks', framework, 'modules');
  const named = readdirSync(modules).flatMap((file) => [...readFileSync(join(modules, file), 'utf8').matchAll(/<Scenario id="([^"]+)"/g)].map(([, id = '']) => id));
  const files = ['academy.yaml', 'themes.yaml', `frameworks/${framework}`, ...[...new Set(named)].map((id) => `scenarios/${id}.yaml`)];
  for (const file of files) cpSync(join('content', file), join(content, file), { recursive: true });
}
