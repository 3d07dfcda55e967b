import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { relative, resolve } from 'node:path';
import { readAcademySettings } from './src/checks/read-academy-settings.ts';
import { guardContent } from './src/checks/guard-content.ts';
import { requireContent } from './src/checks/read-content.ts';
import { toLibrary } from './src/checks/to-library.ts';
import { PACKAGE_BASE } from './src/course/package-order.ts';
import { listTrackingSources } from './src/framework/tracking-settings.ts';
import { indexSearch } from './src/portal/index-search.ts';
import { listSearchRecords } from './src/portal/search-record.ts';

/** Which folder of content is built: a council keeps one, tests build others. */
const contentDir = resolve(process.env.ACADEMY_CONTENT ?? 'content');
const academy = readAcademySettings(contentDir);

/** What a page may load: its own files and nothing else, and where it may send to: the LRSs that the council names. Hashes of Astro's own inline parts are added by Astro. */
const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...listTrackingSources(academy.tracking)].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ],
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
};

/** `npm run package` builds pages of their own, to be packed for an LMS, instead of the site's. See src/layouts/package. */
const isPackage = process.env.ACADEMY_PACKAGE !== undefined;

export default defineConfig({
  ...(academy.site ? { site: academy.site } : {}),
  ...(isPackage ? { srcDir: 'src/layouts/package' } : {}),
  base: isPackage ? PACKAGE_BASE : academy.base,
  // A cache for each folder of content: Astro keeps where it read a module, and looks for a copy of it at the first one's place.
  cacheDir: `node_modules/.astro/${isPackage ? 'package-' : ''}${relative('.', contentDir).replace(/[^A-Za-z0-9]+/g, '-')}`,
  outDir: process.env.ACADEMY_OUT ?? 'dist',
  trailingSlash: 'always',
  integrations: [guardContent(contentDir, { isRelease: process.env.ACADEMY_RELEASE === 'yes' }), mdx(), ...(isPackage ? [] : [indexSearch(async () => listSearchRecords(toLibrary(await requireContent(contentDir))))])],
  markdown: { syntaxHighlight: false },
  // A package's pages carry a policy of their own: their scripts are put together after the build.
  ...(isPackage ? {} : { security: { csp: contentSecurityPolicy } }),
  build: { inlineStylesheets: 'never', ...(isPackage ? { format: 'file', assets: 'assets' } : {}) },
  devToolbar: { enabled: false },
  server: { port: 4321 },
  vite: {
    css: {
      preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } },
      // govuk-frontend carries one media query for old browsers that the CSS minifier does not know.
      lightningcss: { errorRecovery: true },
    },
    // A script or style inlined into the page would be refused by the policy above.
    build: { assetsInlineLimit: 0 },
  },
});
