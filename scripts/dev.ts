import { dev } from 'astro';
import { findFreePort } from './find-free-port.ts';
import { readPort } from './serve.ts';
import { runCommand } from './command.ts';

const help = `Serves the academy while you edit it: pages change as files do. Search needs a built site (npm start).

  npm run dev -- [--port N]`;

await runCommand({ help, options: { port: { type: 'string' } } }, async ({ port }) => {
  const server = await dev({ server: { port: await findFreePort(readPort(port)), host: 'localhost' } });
  await new Promise<void>((resolve) => server.watcher.once('close', resolve));
  return undefined;
});
