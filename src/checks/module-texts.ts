import type { Nodes, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { listCheckTexts } from '../course/check/check-texts.ts';
import type { ModuleFile } from './content.ts';
import type { LearnerText } from './learner-text.ts';
import { treeOf } from './module-tree.ts';

const listed = new WeakMap<ModuleFile, readonly LearnerText[]>();

/** Everything that people wrote for learners in a module, in the order in which it stands in the file. Kept: several rules ask for it. */
export function listModuleTexts(file: ModuleFile): readonly LearnerText[] {
  const texts = listed.get(file) ?? collectTexts(file);
  listed.set(file, texts);
  return texts;
}

function collectTexts(file: ModuleFile): LearnerText[] {
  const { objectives, reflection, supervision } = file.module;
  const read = treeOf(file);
  // The title is left out: it is the framework's own name for what the module teaches.
  return [
    ...objectives.map((text, index): LearnerText => ({ path: ['objectives', index], text })),
    { path: ['reflection'], text: reflection },
    ...supervision.map((text, index): LearnerText => ({ path: ['supervision', index], text })),
    ...listCheckTexts(file.module).map(({ path, text, isOurVoice }): LearnerText => ({ path, text, ...(!isOurVoice && { option: { judgement: 'weak', quotesPoorWording: true } }) })),
    ...('tree' in read ? listBodyTexts(read.tree, file.bodyLine) : []),
  ];
}

function listBodyTexts(tree: Root, firstLine: number): LearnerText[] {
  const texts: LearnerText[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined;
    const start = node.position?.start;
    const text = node.children.map(plainText).join('');
    if (start && text.trim() !== '') texts.push({ path: [], at: { line: firstLine - 1 + start.line, column: start.column }, text, ...(parent?.type === 'blockquote' && { isQuotation: true }) });
    return SKIP;
  });
  return texts;
}

function plainText(node: PhrasingContent | Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
