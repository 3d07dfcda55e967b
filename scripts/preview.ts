import { existsSync } from 'node:fs';
import { runCommand } from './command.ts';
import { readPort, serve } from './serve.ts';

const help = `Serves the site that \`npm run build\` made, as a web host would.

  npm run preview -- [--port N]`;

await runCommand({ help, options: { port: { type: 'string' } } }, async ({ port }) => {
  const folder = process.env.ACADEMY_OUT ?? 'dist';
  if (!existsSync(`${folder}/index.html`)) {
    console.error(`There is no built site in ${folder}/. Run \`npm run build\` first.`);
    return 1;
  }
  await serve(readPort(port));
  return undefined;
});
