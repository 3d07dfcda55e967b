/** An MDX file taken apart. */
export interface SplitFile {
  /** The YAML between the fences, at its own line numbers: the opening fence is an empty line. */
  frontMatter: string;
  body: string;
  /** Line of the file, from 1, on which the body starts. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Astro takes any line that begins with one of these for the end of the front matter, whatever follows. */
const LIKE_A_FENCE = /^(?:---|\+\+\+)/;

/**
 * Takes an MDX file apart where our reading and Astro's agree, so that no part of a file is checked as YAML and run as code.
 * @returns `undefined` where the text does not start with front matter, or where it has no clear end.
 */
export function splitFrontMatter(text: string): SplitFile | undefined {
  const lines = text.split(/\r\n|\n/);
  if (!FENCE.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && LIKE_A_FENCE.test(line));
  if (end === -1 || !FENCE.test(lines[end] ?? '')) return undefined;
  return { frontMatter: ['', ...lines.slice(1, end)].join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}
