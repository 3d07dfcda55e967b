import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import type { SearchRecord } from './search-record.ts';

/**
 * Astro integration: after the build, writes the search index to `pagefind/` in the site.
 * Fails the build where Pagefind does, because a search that finds nothing looks like good practice that isn't there.
 */
export function indexSearch(listRecords: () => Promise<readonly SearchRecord[]>): AstroIntegration {
  return {
    name: 'academy-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const records = await listRecords();
        const { index } = unwrap(await pagefind.createIndex({ forceLanguage: 'en' }));
        if (!index) throw new Error('Pagefind did not start.');
        for (const { address, content, meta, filters } of records) {
          unwrap(await index.addCustomRecord({ url: `/${address}`, content, language: 'en', meta: { ...meta }, filters }));
        }
        unwrap(await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) }));
        await pagefind.close();
        logger.info(`${records.length} records can be found`);
      },
    },
  };
}

/** Pagefind answers with a list of errors where others throw. */
function unwrap<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind could not build the search index: ${answer.errors.join('; ')}`);
  return answer;
}
