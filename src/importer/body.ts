import { trimLabel } from './heading-label.ts';
import { couldName, nestItems, splitRunOnList, type ListItem } from './item-tree.ts';
import { readBoldLeadIn, readLeadIns, type LeadIn } from './lead-ins.ts';
import type { Block, ItemBlock, ParagraphBlock } from './outline.ts';
import { countWords, joinQuotes, type QuotedText } from './quoted-text.ts';
import { splitSentences } from './sentences.ts';
import { readTable, type TableStatement } from './table-statements.ts';
import { isDuty, isLeadIn, isSpeech } from './vocabulary.ts';

export interface ProsePart {
  type: 'prose';
  quote: QuotedText;
  line: number;
  /** A page ended between this and what stands before. */
  isAfterBreak: boolean;
}

export interface ListPart {
  type: 'list';
  stem: QuotedText | undefined;
  items: ListItem[];
  line: number;
}

export interface RowsPart {
  type: 'rows';
  statements: TableStatement[];
  line: number;
}

/** Things with a name each: "**Respect** – …", the terms of a definition list, the rows of a table. */
export interface NamedPart {
  type: 'named';
  evidence: LeadIn['evidence'] | 'definition' | 'table' | 'items';
  stem: QuotedText | undefined;
  entries: NamedEntry[];
  line: number;
  /** The same as an ordinary list, for where the names are no elements. */
  list: ListPart | undefined;
}

export interface NamedEntry {
  label: QuotedText;
  number?: string;
  parts: (ProsePart | ListPart | RowsPart)[];
  line: number;
  /** The name has no mark of its own and was cut off where the sentence seems to begin. */
  isCut?: boolean;
}

export type Part = ProsePart | ListPart | RowsPart | NamedPart;

/** Reads what stands under one heading into prose, lists with their lead-ins, and things with a name. */
export function readBody(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let stem: QuotedText | undefined;
  const giveStem = () => {
    const given = stem;
    stem = undefined;
    return given;
  };
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.type === 'aside' || block.type === 'heading' || (block.type === 'paragraph' && (block.isQuotation || isSpeech(block.content.text)))) continue;
    if (block.type === 'paragraph') {
      const { prose, lead, list } = readParagraph(block, blocks[at + 1]);
      parts.push(...prose, ...list);
      if (lead) stem = lead;
    } else if (block.type === 'item') {
      const run = takeItems(blocks, at);
      at += run.length - 1;
      parts.push(readList(nestItems(run), giveStem(), block.line));
    } else if (block.type === 'definition') {
      const entries: NamedEntry[] = [];
      for (let next = blocks[at]; next?.type === 'definition'; next = blocks[at]) {
        const prose: ProsePart = { type: 'prose', quote: next.content, line: next.line, isAfterBreak: false };
        if (entries.at(-1)?.label === next.term) entries.at(-1)?.parts.push(prose);
        else entries.push({ label: trimLabel(next.term), line: next.line, parts: [prose] });
        at += 1;
      }
      at -= 1;
      if (!isListOfFacts(entries)) parts.push({ type: 'named', evidence: 'definition', stem: giveStem(), entries, line: block.line, list: undefined });
    } else {
      const { entries, statements } = readTable(block);
      if (statements.length > 0) parts.push({ type: 'rows', statements, line: block.line });
      if (entries.length > 0) {
        const named = entries.map(({ statements: rows, ...entry }): NamedEntry => ({ ...entry, line: block.line, parts: [{ type: 'rows', statements: rows, line: block.line }] }));
        parts.push({ type: 'named', evidence: 'table', stem: giveStem(), entries: named, line: block.line, list: undefined });
      }
    }
  }
  return nameParagraphs(parts);
}

/** "Published: 19 May 2025", "From: Children's services": facts about the document, each a few words, and nothing that anybody does. */
function isListOfFacts(entries: readonly NamedEntry[]): boolean {
  const texts = entries.flatMap((entry) => entry.parts.flatMap((part) => (part.type === 'prose' ? [part.quote.text] : [])));
  return texts.filter((text) => (countWords(text) < 5 || DATE_LIKE.test(text)) && !isDuty(text)).length > texts.length / 2;
}

const DATE_LIKE = /\b\d{1,2} \p{Lu}\p{Ll}{2,8} (?:19|20)\d\d\b/u;

/** A paragraph is prose, or prose and the lead-in of the list that follows or that runs on inside it. */
function readParagraph(block: ParagraphBlock, next: Block | undefined): { prose: ProsePart[]; lead: QuotedText | undefined; list: Part[] } {
  const toProse = (quote: QuotedText): ProsePart => ({ type: 'prose', quote, line: block.line, isAfterBreak: block.isAfterBreak });
  const cut = (quote: QuotedText) => {
    const sentences = splitSentences(quote);
    return { before: joinQuotes(sentences.slice(0, -1)), last: sentences.at(-1) };
  };
  const runOn = splitRunOnList(block.content);
  if (runOn) {
    const { before, last } = runOn.lead ? cut(runOn.lead) : { before: undefined, last: undefined };
    const items = runOn.items.map(({ marker, content }): ListItem => ({ marker, content, children: [], line: block.line }));
    return { prose: before && before.text !== '' ? [toProse(before)] : [], lead: undefined, list: [readList(items, last, block.line)] };
  }
  const { text } = block.content;
  const isStem = (next?.type === 'item' || next?.type === 'definition' || next?.type === 'table') && !next.isQuotation && (text.endsWith(':') || (isLeadIn(text) && !/[.!?]$/.test(text)));
  if (!isStem) return { prose: [toProse(block.content)], lead: undefined, list: [] };
  const { before, last } = cut(block.content);
  return { prose: before.text === '' ? [] : [toProse(before)], lead: last, list: [] };
}

function takeItems(blocks: readonly Block[], from: number): (ItemBlock | ParagraphBlock)[] {
  const run: (ItemBlock | ParagraphBlock)[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || (block.type !== 'item' && !(block.type === 'paragraph' && block.depth > 0 && !block.isQuotation))) break;
    run.push(block);
  }
  return run;
}

function readList(items: ListItem[], stem: QuotedText | undefined, line: number): ListPart | NamedPart {
  const list: ListPart = { type: 'list', stem, items, line };
  const named = items.length >= 2 ? readLeadIns(items.map((item) => item.content)) : undefined;
  if (!named) return nameItems(list) ?? list;
  const entries: NamedEntry[] = [];
  for (const [at, item] of items.entries()) {
    const leadIn = named[at];
    const children: ListPart[] = item.children.length > 0 ? [{ type: 'list', stem: undefined, items: item.children, line: item.line }] : [];
    if (!leadIn) {
      entries.at(-1)?.parts.push({ type: 'list', stem: undefined, items: [item], line: item.line });
      continue;
    }
    const prose: ProsePart = { type: 'prose', quote: leadIn.content, line: item.line, isAfterBreak: false };
    entries.push({ label: leadIn.label, line: item.line, parts: [prose, ...children], isCut: leadIn.evidence === 'opening', ...(item.marker.value === '' ? {} : { number: item.marker.value }) });
  }
  return { type: 'named', evidence: named.find((leadIn) => leadIn !== undefined && leadIn.evidence !== 'opening')?.evidence ?? 'bold', stem, entries, line, list };
}

/** A list whose items are all names of what stands under them: "Respect" over "We treat everyone as …", "Honesty" over "We say …". */
function nameItems(list: ListPart): NamedPart | undefined {
  const { items, stem, line } = list;
  if (items.length < 2 || !items.every((item) => item.children.length > 0 && couldName(item))) return undefined;
  const entries = items.map((item): NamedEntry => ({ label: trimLabel(item.content), line: item.line, parts: [{ type: 'list', stem: undefined, items: item.children, line: item.line }], ...(item.marker.value === '' ? {} : { number: item.marker.value }) }));
  return { type: 'named', evidence: 'items', stem, entries, line, list };
}

/** Paragraphs that begin with a bold name each gather what follows until the next name. */
function nameParagraphs(parts: readonly Part[]): Part[] {
  const prose = parts.filter((part) => part.type === 'prose');
  const bold = prose.map((part) => readBoldLeadIn(part.quote));
  const leadIns = bold.filter((leadIn) => leadIn !== undefined).length >= 2 ? bold : readLeadIns(prose.map((part) => part.quote));
  if (!leadIns) return [...parts];
  const named = new Map(prose.map((part, at): [Part, LeadIn | undefined] => [part, leadIns[at]]));
  const gathered: Part[] = [];
  let open: NamedPart | undefined;
  for (const part of parts) {
    const leadIn = named.get(part);
    if (leadIn) {
      if (!open) {
        open = { type: 'named', evidence: leadIn.evidence, stem: undefined, entries: [], line: part.line, list: undefined };
        gathered.push(open);
      }
      open.entries.push({ label: leadIn.label, line: part.line, parts: [{ type: 'prose', quote: leadIn.content, line: part.line, isAfterBreak: false }] });
    } else if (open && part.type !== 'named') open.entries.at(-1)?.parts.push(part);
    else gathered.push(part);
  }
  return gathered;
}
