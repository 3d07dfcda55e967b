/** Longer texts are left to the YAML library and its limits. */
const MAX_CHARACTERS = 100_000;
const MAX_LINES = 5_000;
const MAX_DEPTH = 20;

/** What the YAML library may read in another way than this does: tabs, control characters, marks of order, other line ends and spaces. */
const NOT_PLAIN = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\ufffe\uffff]/;
const DOCUMENT_MARK = /^(?:---|\.\.\.|%)/m;
const ENTRY = /^([A-Za-z][A-Za-z0-9_-]{0,60}):(?: +(.*))?$/;
const OBJECT_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const KEYWORD = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const WORD = /^[A-Za-z][A-Za-z0-9/_-]*$/;

/** Raised where the text is more than plain; never leaves this file. */
class NotPlain extends Error {}

/**
 * Reads the plain part of YAML, in which nearly all content is written: block maps with plain names, block lists, text on one
 * line, quoted or folded, short lists in brackets. It takes about a twentieth of the library's time.
 * @returns the value, wrapped, exactly as the YAML library reads it; `undefined` where the text holds anything else, which need
 * not be a mistake: then the library decides.
 */
export function readPlainYaml(text: string): { value: unknown } | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const unified = text.replaceAll('\r\n', '\n');
  if (NOT_PLAIN.test(unified) || DOCUMENT_MARK.test(unified)) return undefined;
  const lines = unified.split('\n');
  if (lines.length > MAX_LINES) return undefined;
  try {
    return { value: new PlainReader(lines).readAll() };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class PlainReader {
  readonly #lines: string[];
  #at = 0;
  #depth = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  readAll(): unknown {
    const indent = this.#nextIndent();
    if (indent !== 0) throw new NotPlain();
    const value = this.#readBlock(0);
    if (this.#nextIndent() !== -1) throw new NotPlain();
    return value;
  }

  /** Goes on to the next line that holds something and gives its indent; -1 at the end. */
  #nextIndent(): number {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const indent = indentOf(this.#line());
      if (!isNothing(this.#line(), indent)) return indent;
    }
    return -1;
  }

  #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #readBlock(indent: number): unknown {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new NotPlain();
    const value = isItem(this.#line().slice(indent)) ? this.#readList(indent) : this.#readMap(indent);
    this.#depth -= 1;
    return value;
  }

  #readList(indent: number): unknown[] {
    const items: unknown[] = [];
    while (this.#nextIndent() === indent && isItem(this.#line().slice(indent))) {
      const line = this.#line();
      const start = indent + 1 + indentOf(line.slice(indent + 1));
      const rest = line.slice(start);
      if (rest === '' || isItem(rest) || rest.startsWith('#')) throw new NotPlain();
      if (ENTRY.test(rest)) {
        this.#lines[this.#at] = ' '.repeat(start) + rest;
        items.push(this.#readBlock(start));
      } else items.push(this.#readValue(rest, indent));
    }
    if (this.#nextIndent() > indent) throw new NotPlain();
    return items;
  }

  #readMap(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (this.#nextIndent() === indent && !isItem(this.#line().slice(indent))) {
      const [, key = '', rest = ''] = ENTRY.exec(this.#line().slice(indent)) ?? [];
      if (key === '' || KEYWORD.test(key) || OBJECT_KEYS.has(key) || Object.hasOwn(map, key)) throw new NotPlain();
      map[key] = rest.trimEnd() === '' ? this.#readNested(indent) : this.#readValue(rest, indent);
    }
    if (this.#nextIndent() > indent) throw new NotPlain();
    return map;
  }

  /** What stands below a name: a block further in, or a list at the name's own indent. */
  #readNested(indent: number): unknown {
    this.#at += 1;
    const next = this.#nextIndent();
    if (next > indent) return this.#readBlock(next);
    return next === indent && isItem(this.#line().slice(next)) ? this.#readBlock(next) : null;
  }

  /** @param indent of the map or list that the value belongs to: what goes on below stands further in. */
  #readValue(written: string, indent: number): unknown {
    const text = written.trimEnd();
    const [first = ''] = text;
    if (first === '>' || first === '|') return this.#readBlockText(text, indent);
    if (/[[{"']/.test(first)) {
      this.#at += 1;
      const value = readEnclosed(text);
      if (this.#nextIndent() > indent) throw new NotPlain();
      return value;
    }
    return this.#readPlainText(text, indent);
  }

  #readPlainText(first: string, indent: number): unknown {
    refuseMarks(first);
    this.#at += 1;
    let text = first;
    let isLonger = false;
    for (;;) {
      let next = this.#at;
      while (next < this.#lines.length && (this.#lines[next] ?? '').trim() === '') next += 1;
      const line = this.#lines[next] ?? '';
      if (next >= this.#lines.length || indentOf(line) <= indent || isNothing(line, indentOf(line))) break;
      const more = line.trim();
      refuseMarks(more);
      text += next === this.#at ? ` ${more}` : '\n'.repeat(next - this.#at) + more;
      isLonger = true;
      this.#at = next + 1;
    }
    return isLonger ? text : resolvePlain(text);
  }

  #readBlockText(header: string, indent: number): string {
    if (!/^[>|]-?$/.test(header)) throw new NotPlain();
    const [style] = header;
    this.#at += 1;
    const inner = indentOf(this.#line());
    if (inner <= indent || this.#line().trim() === '') throw new NotPlain();
    const lines: string[] = [];
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line();
      const isBlank = line.trim() === '';
      if (isBlank && line.length > inner) throw new NotPlain();
      if (!isBlank && indentOf(line) < inner) break;
      lines.push(line.slice(inner));
    }
    if (this.#nextIndent() > indent) throw new NotPlain();
    while (lines.at(-1) === '') lines.pop();
    return (style === '|' ? lines.join('\n') : fold(lines)) + (header.endsWith('-') ? '' : '\n');
  }
}

/** Spaces at the start: a plain text holds no other white space there. */
function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent += 1;
  return indent;
}

/** Whether a line is blank or a comment. */
const isNothing = (line: string, indent: number) => indent === line.length || line[indent] === '#';
const isItem = (rest: string) => rest === '-' || rest.startsWith('- ');

/** Lines of a paragraph become one; each blank line becomes a line break. */
function fold(lines: readonly string[]): string {
  let text = '';
  let blanks = 0;
  for (const line of lines) {
    if (line.startsWith(' ') || line.endsWith(' ')) throw new NotPlain();
    if (line === '') blanks += 1;
    else {
      text += (text === '' ? '' : blanks > 0 ? '\n'.repeat(blanks) : ' ') + line;
      blanks = 0;
    }
  }
  return text;
}

/** Text without quotation marks may not hold what YAML could take for a mark of its own. */
function refuseMarks(text: string): void {
  if (/^[-?:,[\]{}#&*!|>'"%@`]|: | #|:$/.test(text)) throw new NotPlain();
}

function resolvePlain(text: string): string | number | boolean | null {
  if (/^[A-Za-z]/.test(text)) return KEYWORD.test(text) ? resolveKeyword(text) : text;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text) || /^\d.* /.test(text)) return text;
  if (/^[-+.~\d]/.test(text)) throw new NotPlain();
  return text;
}

function resolveKeyword(text: string): boolean | null {
  const word = text.toLowerCase();
  return word === 'null' ? null : word === 'true';
}

/** Text in quotation marks, a short list or a short map, each on one line. */
function readEnclosed(text: string): unknown {
  if (text === '[]') return [];
  const [, single] = /^'((?:[^']|'')*)'$/.exec(text) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  const [, double] = /^"((?:[^"\\]|\\["\\n])*)"$/.exec(text) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
  const [, list] = /^\[ *([^[\]{}]*?) *\]$/.exec(text) ?? [];
  if (list !== undefined) return list.split(/ *, */).map(readWord);
  const [, map] = /^\{ *([^[\]{}]*?) *\}$/.exec(text) ?? [];
  if (map === undefined) throw new NotPlain();
  const entries = map.split(/ *, */).map((entry): [string, unknown] => {
    const [, key = '', value = ''] = ENTRY.exec(entry) ?? [];
    if (key === '' || KEYWORD.test(key) || OBJECT_KEYS.has(key)) throw new NotPlain();
    return [key, readWord(value)];
  });
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new NotPlain();
  return Object.fromEntries(entries);
}

function readWord(text: string): string | number {
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  const [, quoted] = /^"([^"\\]*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  if (!WORD.test(text) || KEYWORD.test(text)) throw new NotPlain();
  return text;
}
