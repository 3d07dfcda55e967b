import type { Root } from 'mdast';
import { readModuleBody } from '../course/module-body.ts';
import type { Problem } from '../framework/problem.ts';
import type { ModuleFile } from './content.ts';

const read = new WeakMap<ModuleFile, { tree: Root } | { problem: Problem }>();

/** The body of a module as a tree. Kept: reading Markdown is the dear part of looking at a module. */
export function treeOf(file: ModuleFile): { tree: Root } | { problem: Problem } {
  const result = read.get(file) ?? readModuleBody(file.body, file.file, file.bodyLine);
  read.set(file, result);
  return result;
}
