import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { SKIP, visit } from 'unist-util-visit';
import { isPublishedId } from '../framework/ids.ts';
import { ContentError, type Problem } from '../framework/problem.ts';
import { splitFrontMatter } from './front-matter.ts';

/** The components a module may use, each with the attributes it may have. A value is always an id in quotes. */
export const MODULE_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  WhatItSays: [],
  Scenario: ['id'],
  KnowledgeCheck: [],
  Reflection: [],
  TakeToSupervision: [],
};

/** Far above a real module; reading time of some Markdown grows faster than its length. */
const MAX_BODY_CHARACTERS = 60_000;

/** More equal marks in a row than prose ever holds: such runs are what makes Markdown slow to read. */
const LONG_RUN = /([{}[\]<>*_`~!(&\\])(?:[ \t]*\1){199}/;

/**
 * Looks for everything in a module's body that could run or lead astray: MDX is code, so `import`, `export`, braces, tags that
 * are not components of ours, and links that run scripts or fetch from elsewhere.
 * @param body the MDX below the front matter.
 * @param firstLine line of the file, from 1, on which the body starts.
 * @returns one problem for each, at its line; none for a body that is prose and our components.
 */
export function listUnsafeNodes(body: string, file: string, firstLine = 1): Problem[] {
  const read = readModuleBody(body, file, firstLine);
  return 'problem' in read ? [read.problem] : listUnsafeIn(read.tree, file, firstLine);
}

/** A module's body as a tree, or why it can't be read as one. Arguments as for `listUnsafeNodes`. */
export function readModuleBody(body: string, file: string, firstLine = 1): { tree: Root } | { problem: Problem } {
  if (body.length > MAX_BODY_CHARACTERS || LONG_RUN.test(body)) {
    const why = body.length > MAX_BODY_CHARACTERS ? `has ${body.length} characters; the limit is ${MAX_BODY_CHARACTERS}` : 'holds one mark hundreds of times in a row';
    return { problem: { rule: 'module-too-large', severity: 'error', place: { file, line: firstLine, column: 1 }, message: `The text of this module ${why}.`, hint: 'Check that it is the text you meant, or shorten it.' } };
  }
  const tree = parseMdx(body, file, firstLine);
  return 'type' in tree ? { tree } : { problem: tree };
}

/** What `listUnsafeNodes` looks for, in a tree that has been read. */
export function listUnsafeIn(tree: Root, file: string, firstLine = 1): Problem[] {
  const problems: Problem[] = [];
  const add = (rule: string, node: Pick<Nodes, 'position'>, message: string, hint: string) => {
    const at = node.position?.start;
    problems.push({ rule, severity: 'error', place: { file, line: firstLine - 1 + (at?.line ?? 1), column: at?.column ?? 1 }, message, hint });
  };
  visit(tree, (node) => {
    switch (node.type) {
      case 'mdxjsEsm':
        add('module-code', node, 'A paragraph that starts with "import" or "export" is run as code.', 'Start the sentence with another word.');
        return SKIP;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        add('module-code', node, 'Text in braces is run as code.', 'Write \\{ and \\} for braces, or leave them out.');
        return SKIP;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const allowed = MODULE_COMPONENTS[node.name ?? ''];
        if (!node.name || !Object.hasOwn(MODULE_COMPONENTS, node.name) || !allowed) {
          add('module-tag', node, `<${node.name ?? ''}> is not one of the parts a module is made of.`, `Use ${Object.keys(MODULE_COMPONENTS).map((name) => `<${name} />`).join(', ')}, or write \\< for the sign itself.`);
          return undefined;
        }
        for (const attribute of node.attributes) {
          const isId = attribute.type === 'mdxJsxAttribute' && allowed.includes(attribute.name) && typeof attribute.value === 'string' && isPublishedId(attribute.value);
          if (!isId) add('module-tag', node, `<${node.name}> has something in it that it can't take.`, allowed.length === 0 ? `Write <${node.name} /> and nothing else.` : `Write <${node.name} ${allowed.map((name) => `${name}="first-visit"`).join(' ')} />.`);
        }
        return undefined;
      }
      case 'html':
        add('module-tag', node, 'HTML can’t stand in a module.', 'Write it in Markdown.');
        return undefined;
      case 'link':
      case 'definition':
        if (!isSafeLink(node.url)) add('module-link', node, `"${node.url}" is not an address that a module may link to.`, 'Start it with https://, http://, mailto:, tel: or #, or link to a page of the academy.');
        return undefined;
      case 'image':
        if (!isOwnFile(node.url)) add('module-link', node, `"${node.url}" is a picture from elsewhere.`, 'Put the picture into the academy and name it by its path. Pages fetch nothing from other sites.');
        return undefined;
      default:
        return undefined;
    }
  });
  return problems;
}

/**
 * Makes sure that a module is data and prose and nothing else.
 * @param text the whole file, with its front matter.
 * @throws ContentError with every place at which it is not.
 */
export function assertInertModule(text: string, file: string): void {
  const parts = splitFrontMatter(text);
  const problems = parts
    ? listUnsafeNodes(parts.body, file, parts.bodyLine)
    : [{ rule: 'front-matter', severity: 'error', place: { file, line: 1, column: 1 }, message: 'The file does not start with front matter between two lines of ---.', hint: 'Put --- on the first line and on the line after the last field. No other line of the front matter may start with --- or +++.' } satisfies Problem];
  if (problems.length > 0) throw new ContentError(problems);
}

/** Schemes that open a page, a letter or a call; without a scheme it is a place on this site. */
export function isSafeLink(url: string): boolean {
  const plain = stripUnseen(url);
  if (/^(?:\/[/\\]|\\)/.test(plain)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1];
  if (scheme === undefined) return !/^[^/?#]*(?::|&colon)/i.test(plain);
  return ['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase());
}

function isOwnFile(url: string): boolean {
  return isSafeLink(url) && !/^[a-z][a-z0-9+.-]*:/i.test(stripUnseen(url));
}

/** Browsers leave out white space and control characters when they read a scheme. */
 
const stripUnseen = (url: string): string => url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');

function parseMdx(body: string, file: string, firstLine: number): Root | Problem {
  try {
    return remark().use(remarkGfm).use(remarkMdx).parse(body);
  } catch (error) {
    const place = typeof error === 'object' && error !== null && 'line' in error && typeof error.line === 'number' ? error.line : 1;
    return {
      rule: 'module-syntax',
      severity: 'error',
      place: { file, line: firstLine - 1 + place },
      message: `This can't be read as a module: ${error instanceof Error ? error.message : 'its marks do not fit together'}.`,
      hint: 'Close every tag with />. Write \\{ and \\< where you mean the signs themselves.',
    };
  }
}
