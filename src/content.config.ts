import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { relative, resolve } from 'node:path';

const frameworksDir = resolve(process.env.ACADEMY_CONTENT ?? 'content', 'frameworks');

/** The bodies of learning modules, for Astro to render. Their front matter, like all other content, comes from `openLibrary`. */
export const collections = {
  modules: defineCollection({
    loader: glob({
      pattern: '*/modules/*.mdx',
      base: relative(process.cwd(), frameworksDir),
      generateId: ({ entry }) => entry.replace('/modules/', '/').replace(/\.mdx$/, ''),
    }),
  }),
};
