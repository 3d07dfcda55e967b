import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { ContentError } from '../framework/problem.ts';
import type { Manifest, ModulePlan } from './plan-modules.ts';

const MANIFEST = '.generated.json';
const ManifestSchema = z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/)));

/** sha256 of a text, whichever line ends it has. */
export function hashModule(text: string): string {
  return createHash('sha256').update(text.replace(/\r\n/g, '\n')).digest('hex');
}

/**
 * The module files of a framework's folder, by path within it, and what is known of how they were generated.
 * @throws ContentError where the manifest is damaged: without it nobody could tell which files people changed.
 */
export async function readModuleFolder(frameworkDir: string): Promise<{ existing: Map<string, string>; manifest: Manifest }> {
  const modulesDir = path.join(frameworkDir, 'modules');
  const names = (await readdir(modulesDir).catch(ignoreMissing))?.filter((name) => name.endsWith('.mdx') && !name.startsWith('.')).sort() ?? [];
  const existing = new Map<string, string>();
  for (const name of names) existing.set(`modules/${name}`, await readFile(path.join(modulesDir, name), 'utf8'));
  return { existing, manifest: await readManifest(path.join(modulesDir, MANIFEST)) };
}

async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return {};
  const parsed = ManifestSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new ContentError([
    {
      rule: 'generated-manifest',
      severity: 'error',
      place: { file },
      message: 'This file can’t be read. It says which modules were generated and never changed since.',
      hint: 'Bring it back from version control. If you can’t, delete it: all modules then count as changed by people and stay as they are.',
    },
  ]);
}

/** Writes what the plan says to write. Each file appears whole or not at all; nothing is deleted. */
export async function carryOutPlan(frameworkDir: string, { modules, manifest }: ModulePlan, before: Manifest): Promise<void> {
  await mkdir(path.join(frameworkDir, 'modules'), { recursive: true });
  for (const { path: name, action, text } of modules) {
    if ((action === 'write' || action === 'rewrite') && text !== undefined) await writeWhole(path.join(frameworkDir, name), text);
  }
  if (JSON.stringify(manifest) !== JSON.stringify(before)) await writeWhole(path.join(frameworkDir, 'modules', MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Writes beside the file and renames, so that a crash leaves the old text or the new one and never half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
