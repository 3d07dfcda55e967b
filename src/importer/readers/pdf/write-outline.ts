import type { Block, Outline } from '../../outline.ts';
import { TextWriter } from '../text-writer.ts';
import { toRuns, type HyphenRule } from './join-lines.ts';
import type { Furniture } from './page-furniture.ts';
import type { TextBlock } from './text-blocks.ts';

/** A page in the order of reading. */
export interface PageBlocks {
  blocks: TextBlock[];
  furniture: Furniture[];
  apart: { text: string; reason: string }[];
}

export interface Styles {
  levelOf: (block: TextBlock) => number;
  judgeHyphen: HyphenRule;
}

/** Writes the blocks down, a block to a line and page after page. */
export function writeOutline(pages: readonly PageBlocks[], metadata: Record<string, string>, { levelOf, judgeHyphen }: Styles): Outline {
  const writer = new TextWriter();
  const blocks: Block[] = [];
  const firstLines: number[] = [];
  let chunk = 0;
  let isAfterBreak = false;
  const common = () => ({ line: writer.line, isAfterBreak, isQuotation: false });
  const writeAside = (text: string, reason: string) => {
    const block: Block = { ...common(), depth: 0, type: 'aside', reason, content: writer.write([{ text }]) };
    if (block.content.text !== '') blocks.push(block);
    writer.endLine();
  };
  for (const { blocks: found, furniture, apart } of pages) {
    firstLines.push(writer.line);
    isAfterBreak = firstLines.length > 1;
    for (const { text, reason } of furniture.filter(({ isAtTop }) => isAtTop)) writeAside(text, reason);
    for (const block of found) {
      if (block.isApart || block.type !== 'paragraph') chunk += 1;
      const base = { ...common(), depth: block.depth };
      if (block.mark) writer.writeMark(`${'  '.repeat(block.depth)}${block.mark.text || '•'} `);
      const content = writer.write(toRuns(block, judgeHyphen));
      writer.endLine();
      if (content.text === '') continue;
      if (block.type === 'heading') blocks.push({ ...base, type: 'heading', level: levelOf(block), evidence: 'sized', content });
      else if (block.mark) blocks.push({ ...base, type: 'item', marker: block.mark.marker, content });
      else blocks.push({ ...base, type: 'paragraph', chunk, content });
      isAfterBreak = false;
    }
    for (const { text, reason } of [...furniture.filter(({ isAtTop }) => !isAtTop), ...apart]) writeAside(text, reason);
  }
  return { documentText: writer.text, metadata, blocks, parts: { unit: 'page', firstLines } };
}
