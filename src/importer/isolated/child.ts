import net from 'node:net';
import { ContentError } from '../../framework/problem.ts';
import type { ImportInput } from '../import-document.ts';
import type { Answer } from './import-in-child.ts';

// Node's permissions leave the network open, so it is shut here, before anything that reads documents is loaded.
net.Socket.prototype.connect = () => {
  throw new Error('a document asked for the network');
};

process.once('message', (input) => {
  void answer(input as ImportInput);
});

async function answer(input: ImportInput): Promise<void> {
  const { importDocument } = await import('../import-document.ts');
  try {
    reply({ result: await importDocument(input) });
  } catch (error) {
    if (error instanceof ContentError) reply({ problems: error.problems });
    else reply({ crash: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

function reply(message: Answer): void {
  process.send?.(message);
}
