import { build } from 'astro';
import { runCommand } from './command.ts';

const help = `Builds the academy into dist/, ready for any web host.

  npm run build

ACADEMY_CONTENT   the folder of content (content)
ACADEMY_OUT       where the site is written (dist)`;

await runCommand({ help, options: {} }, async () => {
  await build({ logLevel: 'info' });
  return undefined;
});
