import { build } from 'astro';
import { runCommand } from './command.ts';
import { readPort, serve } from './serve.ts';

const help = `Builds the academy and serves it on this machine.

  npm start
  npm start -- --port 8080

--port N   the port to use (4321); a taken one gives way to the next free one`;

await runCommand({ help, options: { port: { type: 'string' } } }, async ({ port }) => {
  const wanted = readPort(port);
  console.log('Building the academy. This takes about half a minute.');
  await build({ logLevel: 'info' });
  await serve(wanted);
  return undefined;
});
