import { createInterface } from 'node:readline/promises';

/** Asks a question that is answered by yes or no; anything but yes is no. `undefined` where there is no terminal, and so nobody to ask. */
export async function confirm(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}
