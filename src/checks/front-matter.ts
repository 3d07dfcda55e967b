const FENCE = /^---[ \t]*$/;

/**
 * Takes an MDX file apart. The front matter keeps its line numbers: the opening fence is left as an empty line.
 * @returns `undefined` where the file does not start with front matter or where it has no end.
 */
export function splitFrontMatter(text: string): { frontMatter: string; body: string; bodyLine: number } | undefined {
  const lines = text.split(/\r\n|\n/);
  if (!FENCE.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) return undefined;
  return { frontMatter: ['', ...lines.slice(1, end)].join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
