import { ContentError } from '../framework/problem.ts';
import { checkContent } from './check-content.ts';
import { readContent } from './read-content.ts';

/** As much of Astro's integration as is needed here. */
interface ContentGuard {
  name: string;
  hooks: { 'astro:config:setup': (astro: { command: string; logger: { warn(message: string): void } }) => Promise<void> };
}

/**
 * Stops a build, and a development server, before the site generator sees content that has an error: a module's body runs as
 * code as soon as it is loaded. A release is stopped by drafts as well.
 */
export function guardContent(contentDir: string, { isRelease = false }: { isRelease?: boolean } = {}): ContentGuard {
  return {
    name: 'academy-guard-content',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command === 'preview') return;
        const problems = checkContent(await readContent(contentDir), { today: new Date().toISOString().slice(0, 10), isRelease });
        const errors = problems.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) throw new ContentError(errors);
        if (problems.length > 0) logger.warn(problems.length === 1 ? 'There is 1 warning about the content; "npm run check" shows it.' : `There are ${problems.length} warnings about the content; "npm run check" shows them.`);
      },
    },
  };
}
