import { lstat, open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isPublishedId } from '../framework/ids.ts';
import type { Problem } from '../framework/problem.ts';

/** What editors and operating systems leave behind. */
const LEFT_BEHIND = /^\.|~$|^(?:Thumbs\.db|desktop\.ini)$/i;

/**
 * The folder that people write in. Reads real files below it and nothing else: a symbolic link could lead out of it.
 * Names are relative to the folder, with `/`. What can't be read is kept in `problems`.
 */
export class ContentFolder {
  readonly problems: Problem[] = [];
  readonly texts = new Map<string, string>();
  readonly #root: string;
  readonly #linkedFolders = new Map<string, Promise<boolean>>();

  constructor(root: string) {
    this.#root = path.resolve(root);
  }

  /** The file's path as people know it: from the working directory where it lies below it. */
  shown(name: string): string {
    const full = path.join(this.#root, name);
    const relative = path.relative(process.cwd(), full);
    return (relative.startsWith('..') || path.isAbsolute(relative) ? full : relative || '.').split(path.sep).join('/');
  }

  async exists(): Promise<boolean> {
    return (await readdir(this.#root).catch(() => undefined)) !== undefined;
  }

  report(rule: string, name: string, message: string, hint: string, line?: number): void {
    this.problems.push({ rule, severity: 'error', place: { file: this.shown(name), ...(line !== undefined && { line, column: 1 }) }, message, hint });
  }

  /** Ids of the folders in `name`, sorted. A folder that is not there has none. */
  async listFolders(name: string): Promise<string[]> {
    const ids: string[] = [];
    for (const entry of await this.#list(name)) {
      if (entry.isDirectory() && this.#hasIdAsName(`${name}/${entry.name}`, entry.name, 'folder')) ids.push(entry.name);
      else if (!entry.isDirectory()) this.#warnOfUnread(`${name}/${entry.name}`, `Each framework has a folder of its own in ${this.shown(name)}.`);
    }
    return ids;
  }

  /** Ids of the files in `name` that end in `extension`, sorted. A folder that is not there has none. */
  async listNamed(name: string, extension: '.yaml' | '.mdx', what: string): Promise<string[]> {
    const ids: string[] = [];
    for (const entry of await this.#list(name)) {
      const at = `${name}/${entry.name}`;
      const id = path.basename(entry.name, extension);
      if (!entry.isFile() || !entry.name.endsWith(extension)) this.#warnOfUnread(at, `Each ${what} is a file of its own in ${this.shown(name)} whose name ends in ${extension}.`);
      else if (this.#hasIdAsName(at, id, 'file')) ids.push(id);
    }
    return ids;
  }

  /** The file's text, or `undefined` and a problem. */
  async readText(name: string, maxBytes: number): Promise<string | undefined> {
    const bytes = await this.readBytes(name, maxBytes);
    const text = bytes && this.decode(name, bytes);
    if (text !== undefined) this.texts.set(this.shown(name), text);
    return text;
  }

  /** The file's bytes, or `undefined` and a problem. */
  async readBytes(name: string, maxBytes: number): Promise<Buffer | undefined> {
    const full = path.join(this.#root, name);
    try {
      const found = await lstat(full);
      if (found.isSymbolicLink() || (await this.#isReachedByLink(path.dirname(full)))) {
        this.#refuseLink(name);
        return undefined;
      }
      if (found.size > maxBytes) {
        this.report('file-too-large', name, `The file has ${found.size} bytes; the limit is ${maxBytes}.`, 'Check that it is the file you meant, or split it.');
        return undefined;
      }
      const file = await open(full);
      try {
        return await file.readFile();
      } finally {
        await file.close();
      }
    } catch (error) {
      this.report(...unreadable(name, this.shown(name), error));
      return undefined;
    }
  }

  /** Text of UTF-8 bytes without a byte order mark, or `undefined` and a problem. */
  decode(name: string, bytes: Uint8Array): string | undefined {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      this.report('not-utf-8', name, 'The file is not text in UTF-8, so letters and quotation marks would come out wrong.', 'Save it again with the encoding UTF-8.');
      return undefined;
    }
  }

  async #list(name: string) {
    const full = path.join(this.#root, name);
    try {
      const entries = await readdir(full, { withFileTypes: true });
      if (await this.#isReachedByLink(full)) {
        this.#refuseLink(name);
        return [];
      }
      const kept = entries.filter((entry) => !LEFT_BEHIND.test(entry.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
      return kept.filter((entry) => {
        if (entry.isSymbolicLink()) this.#refuseLink(`${name}/${entry.name}`);
        return !entry.isSymbolicLink();
      });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.report(...unreadable(name, this.shown(name), error));
      return [];
    }
  }

  /** Whether a link on the way leads out of the content folder. */
  #isReachedByLink(folder: string): Promise<boolean> {
    const known = this.#linkedFolders.get(folder);
    if (known) return known;
    const answer = Promise.all([realpath(this.#root), realpath(folder)]).then(([root, real]) => real !== root && !real.startsWith(root + path.sep));
    this.#linkedFolders.set(folder, answer);
    return answer;
  }

  #hasIdAsName(at: string, id: string, what: 'file' | 'folder'): boolean {
    if (isPublishedId(id)) return true;
    this.report('file-name', at, `"${id}" can't be an id, and the ${what}’s name is the id.`, `Rename the ${what} to lower-case words joined by hyphens, such as "first-visit".`);
    return false;
  }

  #refuseLink(name: string): void {
    this.report('symbolic-link', name, 'This is a link to another place. Content is read from real files only, so that nothing outside the folder ends up on the site.', 'Put the file itself here.');
  }

  #warnOfUnread(name: string, rule: string): void {
    this.problems.push({ rule: 'unread-file', severity: 'warning', place: { file: this.shown(name) }, message: `This is not read. ${rule}`, hint: 'Rename it, or move it elsewhere.' });
  }
}

function unreadable(name: string, shown: string, error: unknown): [rule: string, name: string, message: string, hint: string] {
  const code = codeOf(error);
  if (code === 'ENOENT') return ['missing-file', name, `The file ${shown} is missing.`, 'Create it, or bring it back from version control.'];
  if (code === 'EACCES' || code === 'EPERM') return ['unreadable-file', name, 'You may not read this file.', 'Give your account the right to read it.'];
  return ['unreadable-file', name, `This can't be read (${code ?? 'unknown reason'}).`, 'Check that it is a file, that it is not open elsewhere and that the disk is in order.'];
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
