import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

/** What is used of npm `@rusticisoftware/cmi5`, which has no types. */
export interface RusticiAu {
  /** Token, launch data, learner preferences, "initialized". */
  start(): Promise<void>;
  completed(): Promise<unknown>;
  passed(score?: { scaled: number }): Promise<unknown>;
  failed(score?: { scaled: number }): Promise<unknown>;
  terminate(): Promise<unknown>;
  getReturnURL(): string | null;
}

/** Another maker's cmi5 unit, to compare with. @param request in place of the `fetch` of a page */
export function openRusticiAu(launch: URL, request: typeof fetch): RusticiAu {
  const file = createRequire(import.meta.url).resolve('@rusticisoftware/cmi5');
  const module = { exports: {} as unknown };
  compileFunction(readFileSync(file, 'utf8'), ['module', 'exports', 'self', 'fetch'], { filename: file })(module, module.exports, globalThis, request);
  const Au = module.exports as new (launch: string) => RusticiAu;
  return new Au(launch.href);
}
