import { isNode, isPair, isScalar, Lexer, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { ContentError, type Place, type Problem } from './problem.ts';

/** YAML text read with care, and the means to say where in the text a value stands. */
export interface YamlFile {
  value: unknown;
  /** The place of the value at `path`, or of its nearest parent that the text holds. */
  placeOf(path: readonly PropertyKey[]): Place;
}

export interface YamlLimits {
  maxCharacters: number;
  maxLines: number;
  /** Names of fields in the whole file. */
  maxKeys: number;
  /** Words, marks and spaces, as the YAML library counts them: some it can't parse in less than the square of their number. */
  maxTokens: number;
  /** Lists and groups of fields inside each other. */
  maxDepth: number;
}

/** Far above a real file, and low enough that reading stays under a second. */
const LIMITS: YamlLimits = { maxCharacters: 1_000_000, maxLines: 20_000, maxKeys: 10_000, maxTokens: 100_000, maxDepth: 24 };

/** Keys that would reach into JavaScript's own objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A file in a foreign format gives an error on every line; nobody reads more than the first few. */
const MAX_SYNTAX_PROBLEMS = 20;

/**
 * Reads YAML that a person or the importer wrote. Anchors, aliases, tags and directives are refused: none is needed here, and
 * aliases let a file of one kilobyte unfold into gigabytes. Throws a `ContentError` that names the line.
 */
export function readSafeYaml(text: string, file: string, limits: Partial<YamlLimits> = {}): YamlFile {
  refuseUnsafeTokens(text, file, { ...LIMITS, ...limits });

  const lineCounter = new LineCounter();
  // The library's own search for repeated keys takes time that grows with the square of their number: `listKeyProblems` does it.
  const document = parseDocument(text, { lineCounter, version: '1.2', merge: false, uniqueKeys: false, stringKeys: true, prettyErrors: false });
  const placeAt = (at: number | undefined): Place => {
    if (at === undefined) return { file };
    const { line, col } = lineCounter.linePos(at);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = document.errors.slice(0, MAX_SYNTAX_PROBLEMS).map((error): Problem => ({
    rule: 'yaml-syntax',
    severity: 'error',
    place: placeAt(error.pos[0]),
    message: `This is not valid YAML: ${error.message}.`,
    hint: 'Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.',
  }));
  if (problems.length === 0) problems.push(...listKeyProblems(document, placeAt));
  if (problems.length > 0) throw new ContentError(problems);
  return { value: document.toJS({ maxAliasCount: 0 }), placeOf: (path) => placeOf(document, path, placeAt) };
}

/** Looks at the text's tokens, one pass, and stops at the first that must not be there: nothing unsafe is ever built. */
function refuseUnsafeTokens(text: string, file: string, limits: YamlLimits): void {
  if (text.length > limits.maxCharacters) refuse({ file }, 'yaml-too-large', `The file has ${text.length} characters; the limit is ${limits.maxCharacters}.`, SPLIT_FILE);
  const lines = countLineEnds(text) + 1;
  if (lines > limits.maxLines) refuse({ file }, 'yaml-too-large', `The file has ${lines} lines; the limit is ${limits.maxLines}.`, SPLIT_FILE);

  let line = 1;
  let column = 1;
  let keys = 0;
  let tokens = 0;
  let brackets = 0;
  let isText = false;
  /** The last token that is neither a space nor an end of line. */
  let last = '';
  /** Columns at which the open lists and groups of fields start. */
  let indents: number[] = [];
  for (const token of new Lexer().lex(text)) {
    const place = { file, line, column };
    if (!isText && token === TEXT_FOLLOWS) {
      isText = true;
      continue;
    }
    if (!isText && (token === DOCUMENT_STARTS || token === FLOW_ENDS_BADLY)) continue;
    const first = isText ? '' : token.charAt(0);
    if (brackets === 0 && (isText || first === '-' || first === '?' || first === '"' || first === "'")) {
      indents = [...indents.filter((indent) => indent < column), column];
    }
    if (first === '[' || first === '{') brackets += 1;
    else if (first === ']' || first === '}') brackets -= 1;
    else if (first === ':') keys += 1;
    else if (first === '&') refuse(place, 'yaml-alias', `"${shorten(token)}" is an anchor.`, 'Put quotes around text that starts with &. If you meant an anchor, remove it and write each value out in full.');
    else if (first === '*') refuse(place, 'yaml-alias', `"${shorten(token)}" is an alias.`, 'Put quotes around text that starts with *. If you meant an alias, write the value out in full.');
    else if (first === '!') refuse(place, 'yaml-tag', `"${shorten(token)}" is a tag.`, 'Put quotes around text that starts with !. If you meant a tag, remove it.');
    else if (first === '%') refuse(place, 'yaml-directive', `"${shorten(token)}" is a directive.`, 'Put quotes around text that starts with %. If you meant a directive, remove the line.');
    // The library meets these, too, but takes minutes to say so when there are thousands.
    if (brackets < 0) refuse(place, 'yaml-syntax', `This is not valid YAML: nothing is open that "${first}" could close.`, 'Put quotes around text that starts with a bracket.');
    if (first === ',' && /^[,[{]$/.test(last)) refuse(place, 'yaml-syntax', 'This is not valid YAML: nothing stands before this comma.', 'Remove the comma, or write what is missing.');
    tokens += 1;
    if (tokens > limits.maxTokens) refuse(place, 'yaml-too-large', `The file has more than ${limits.maxTokens} parts.`, SPLIT_FILE);
    if (keys > limits.maxKeys) refuse(place, 'yaml-too-large', `The file has more than ${limits.maxKeys} fields.`, SPLIT_FILE);
    if (brackets + indents.length > limits.maxDepth) refuse(place, 'yaml-too-deep', `Lists and groups stand more than ${limits.maxDepth} deep inside each other here.`, 'Check the brackets and the indents. No file of the academy needs so many.');
    if (isText || token.trim() !== '') last = isText ? 'text' : token;
    isText = false;
    const ends = countLineEnds(token);
    line += ends;
    column = ends === 0 ? column + token.length : token.length - token.lastIndexOf('\n');
  }
}

const SPLIT_FILE = 'Split the file, or check that it is the file you meant.';

/** Marks that the lexer puts between tokens; they stand for no text. */
const TEXT_FOLLOWS = '\u001f';
const DOCUMENT_STARTS = '\u0002';
const FLOW_ENDS_BADLY = '\u0018';

function refuse(place: Place, rule: string, message: string, hint: string): never {
  throw new ContentError([{ rule, severity: 'error', place, message, hint }]);
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const shorten = (token: string): string => (token.length > 40 ? `${token.slice(0, 40)}…` : token);

function listKeyProblems(document: Document, placeAt: (at: number | undefined) => Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const add = (rule: string, message: string, hint: string) => problems.push({ rule, severity: 'error', place: placeAt(key.range?.[0]), message, hint });
        if (FORBIDDEN_KEYS.has(name)) add('yaml-key', `"${name}" can't be used as a name here.`, 'Choose another name.');
        if (seen.has(name)) add('yaml-key', `"${name}" stands here a second time.`, 'Keep one of the two.');
        seen.add(name);
      }
    },
  });
  return problems;
}

function placeOf(document: Document, path: readonly PropertyKey[], placeAt: (at: number | undefined) => Place): Place {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const steps = path.slice(0, depth);
    const parent: unknown = document.getIn(steps.slice(0, -1), true);
    if (parent && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
      const pair: unknown = parent.items.find((item: unknown) => isPair(item) && isScalar(item.key) && item.key.value === steps.at(-1));
      if (isPair(pair) && isNode(pair.key)) return placeAt(pair.key.range?.[0]);
    }
    const node: unknown = document.getIn(steps, true);
    if (isNode(node)) return placeAt(node.range?.[0]);
  }
  return placeAt(0);
}
