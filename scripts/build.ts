import { build } from 'astro';
import { runCommand } from './command.ts';

const help = `Builds the academy into dist/, ready for any web host.

  npm run build
  npm run build -- --release

--release         stop where a scenario or module is still a draft: for what goes out to learners

ACADEMY_CONTENT   the folder of content (content)
ACADEMY_OUT       where the site is written (dist)`;

await runCommand({ help, options: { release: { type: 'boolean', default: false } } }, async ({ release }) => {
  if (release) process.env.ACADEMY_RELEASE = 'yes';
  await build({ logLevel: 'info' });
  return undefined;
});
