import ts from 'typescript';

/** Something that code names: a module that it imports, or a thing in global scope. Lines count from 1. */
export interface Mention {
  kind: 'import' | 'global';
  /** The module as written, or the global with the property taken from it, such as `Date.now`. */
  name: string;
  line: number;
}

/** Everything that a `.ts`, `.mjs` or `.astro` file names of what lies outside it. Types are left out of account, imports of types are not. */
export function listMentions(path: string, text: string): Mention[] {
  if (!path.endsWith('.astro')) return mentionsOf(text, path, 0);
  return cutScripts(text).flatMap(({ code, linesBefore, source }) => (source === undefined ? mentionsOf(code, path, linesBefore) : [{ kind: 'import', name: source, line: linesBefore + 1 }]));
}

/** The front matter and the scripts of an `.astro` file, each with the number of lines before it. */
function cutScripts(text: string): { code: string; linesBefore: number; source?: string }[] {
  const frontMatter = /^\s*---\n([^]*?)^---$/m.exec(text);
  const parts = frontMatter ? [{ code: frontMatter[1] ?? '', linesBefore: countLines(text.slice(0, frontMatter.index + frontMatter[0].indexOf('---\n') + 4)) }] : [];
  const scripts = [...text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].map((match) => {
    const source = /\bsrc=["']([^"']+)["']/.exec(match[1] ?? '')?.[1];
    const linesBefore = countLines(text.slice(0, match.index + match[0].indexOf('>') + 1));
    return { code: match[2] ?? '', linesBefore, ...(source !== undefined && { source }) };
  });
  return [...parts, ...scripts];
}

const countLines = (text: string) => text.split('\n').length - 1;

function mentionsOf(code: string, path: string, linesBefore: number): Mention[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const scopes = collectNames(file);
  const mentions: Mention[] = [];
  const add = (kind: Mention['kind'], name: string, node: ts.Node) => mentions.push({ kind, name, line: linesBefore + file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 });
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) add('import', node.argument.literal.text, node);
      return;
    }
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) add('import', node.moduleSpecifier.text, node);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [module] = node.arguments;
      if (module && ts.isStringLiteralLike(module)) add('import', module.text, node);
    }
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date' && (node.arguments?.length ?? 0) === 0) add('global', 'Date.now', node);
    if (ts.isIdentifier(node) && isRead(node) && !isDeclared(node, scopes)) {
      const property = propertyOf(node);
      if (property !== undefined && GLOBAL_OBJECTS.has(node.text)) {
        add('global', property, node);
        add('global', `window.${property}`, node);
      }
      add('global', node.text, node);
      if (property !== undefined) add('global', `${node.text}.${property}`, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mentions;
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self']);

function propertyOf(node: ts.Identifier): string | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return parent.name.text;
  return ts.isElementAccessExpression(parent) && parent.expression === node && ts.isStringLiteralLike(parent.argumentExpression) ? parent.argumentExpression.text : undefined;
}

/** Whether an identifier stands for a value, rather than naming a property, a field or a thing that is being declared. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyDeclaration(parent)) return parent.initializer === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent) || ts.isJsxAttribute(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent) || ts.isNamespaceImport(parent)) return false;
  return !((ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent) || ts.isPropertySignature(parent) || ts.isEnumDeclaration(parent)) && parent.name === node);
}

type Scopes = ReadonlyMap<ts.Node, ReadonlySet<string>>;

function collectNames(file: ts.SourceFile): Scopes {
  const scopes = new Map<ts.Node, Set<string>>();
  const declare = (name: ts.Node | undefined, from: ts.Node) => {
    if (!name || !ts.isIdentifier(name)) return;
    const scope = scopeOf(from);
    scopes.set(scope, (scopes.get(scope) ?? new Set()).add(name.text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) declare(node.name, node.parent);
    else if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isImportClause(node) || ts.isImportSpecifier(node) || ts.isNamespaceImport(node)) declare(node.name, node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return scopes;
}

function scopeOf(node: ts.Node): ts.Node {
  let scope = node;
  while (scope.parent && !isScope(scope)) scope = scope.parent;
  return scope;
}

const isScope = (node: ts.Node) => ts.isSourceFile(node) || ts.isFunctionLike(node) || ts.isBlock(node) || ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node) || ts.isCatchClause(node) || ts.isModuleBlock(node) || ts.isCaseBlock(node);

function isDeclared(node: ts.Identifier, scopes: Scopes): boolean {
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent) if (scopes.get(scope)?.has(node.text)) return true;
  return false;
}
