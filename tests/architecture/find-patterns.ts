import ts from 'typescript';

/** A regular expression and where it stands: `file:line`. */
export interface FoundPattern {
  source: string;
  flags: string;
  place: string;
}

/** Every regular expression written out in a file, and how often the file builds one with `new RegExp`. */
export function findPatterns(path: string, text: string): { written: FoundPattern[]; builds: number } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const written: FoundPattern[] = [];
  let builds = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      written.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}` });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') builds += 1;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { written, builds };
}

/** Runs something and gives every regular expression that code under `folder` builds with `new RegExp` meanwhile, with the places that build them. */
export async function watchBuiltPatterns(folder: string, run: () => Promise<unknown>): Promise<FoundPattern[]> {
  const built: FoundPattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args: [string | RegExp, string?]) => {
      const pattern = new target(...args);
      const caller = (new Error().stack ?? '').split('\n')[2] ?? '';
      const at = caller.lastIndexOf(folder);
      if (at >= 0 && !caller.includes('node_modules')) built.push({ source: pattern.source, flags: pattern.flags, place: caller.slice(at).replace(/(?::\d+)?\)?$/, '') });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}
