import { LineCounter, isAlias, isNode, isPair, isScalar, parseDocument, visit, type Document } from 'yaml';
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
}

/** Reading time of the YAML library grows with the square of the keys in one map: 20,000 lines is far above a real file. */
const LIMITS: YamlLimits = { maxCharacters: 1_000_000, maxLines: 20_000 };

/** Keys that would reach into JavaScript's own objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads YAML that a person or the importer wrote. No aliases, anchors, tags or merge keys: none is needed here, and aliases
 * let a file of one kilobyte unfold into gigabytes. Throws a `ContentError` that names the line.
 */
export function readSafeYaml(text: string, file: string, limits: Partial<YamlLimits> = {}): YamlFile {
  const { maxCharacters, maxLines } = { ...LIMITS, ...limits };
  const refuse = (rule: string, message: string, hint: string, place: Place = { file }): never => {
    throw new ContentError([{ rule, severity: 'error', place, message, hint }]);
  };
  if (text.length > maxCharacters) refuse('yaml-too-large', `The file has ${text.length} characters; the limit is ${maxCharacters}.`, 'Split the file, or check that it is the file you meant.');
  const unquoted = /(?:^|[\s:,[{-])[&*][\w-]+/m.exec(withoutQuotedText(text));
  const lines = text.split('\n').length;
  if (lines > maxLines) refuse('yaml-too-large', `The file has ${lines} lines; the limit is ${maxLines}.`, 'Split the file, or check that it is the file you meant.');
  // Aliases are refused on the parsed nodes below; this scan only keeps a file full of anchors from being parsed at all.
  if (unquoted && (text.match(/[&*][\w-]+/g)?.length ?? 0) > 500) refuse('yaml-alias', 'The file is full of anchors (&) or aliases (*).', 'Write each value out in full.');

  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, version: '1.2', merge: false, uniqueKeys: lines < 2_000, stringKeys: true, customTags: [] });
  const placeAt = (at: number | undefined): Place => {
    if (at === undefined) return { file };
    const { line, col } = lineCounter.linePos(at);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = document.errors.map((error) => ({
    rule: 'yaml-syntax',
    severity: 'error',
    place: placeAt(error.pos[0]),
    message: `This is not valid YAML: ${error.message.split(' at line ')[0]}.`,
    hint: 'Text that holds ": " or starts with a special character needs quotes around it. Indent with spaces, not tabs.',
  }));
  if (problems.length > 0) throw new ContentError(problems);

  const found = (rule: string, message: string, hint: string, node: unknown) =>
    problems.push({ rule, severity: 'error', place: placeAt(isNode(node) ? node.range?.[0] : undefined), message, hint });
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) found('yaml-alias', `"*${node.source}" is an alias.`, 'Write the value out in full.', node);
      else if ('anchor' in node && node.anchor) found('yaml-alias', `"&${node.anchor}" is an anchor.`, 'Remove it and write each value out in full. Put quotes around text that starts with &.', node);
      if (node.tag?.startsWith('!') || (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))) found('yaml-tag', `"${node.tag}" is a tag.`, 'Remove it. Put quotes around text that starts with !.', node);
    },
    Pair(_key, pair) {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key === 'string' && FORBIDDEN_KEYS.has(key)) found('yaml-key', `"${key}" can't be used as a name here.`, 'Choose another name.', pair.key);
    },
  });
  if (problems.length > 0) throw new ContentError(problems);
  return { value: document.toJS({ maxAliasCount: 0 }), placeOf: (path) => placeOf(document, path, placeAt) };
}

/** The text with what stands between quotes blanked, so that a scan for marks does not see prose. */
function withoutQuotedText(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g, '""');
}

function placeOf(document: Document, path: readonly PropertyKey[], placeAt: (at: number | undefined) => Place): Place {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const steps = path.slice(0, depth);
    const parent = depth === 0 ? undefined : document.getIn(steps.slice(0, -1), true);
    if (parent && typeof parent === 'object' && 'items' in parent && Array.isArray(parent.items)) {
      const pair: unknown = parent.items.find((item: unknown) => isPair(item) && isScalar(item.key) && item.key.value === steps.at(-1));
      if (isPair(pair) && isNode(pair.key)) return placeAt(pair.key.range?.[0]);
    }
    const node = document.getIn(steps, true);
    if (isNode(node)) return placeAt(node.range?.[0]);
  }
  return placeAt(0);
}
