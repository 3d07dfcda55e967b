// Not `import.meta.env.BASE_URL`: an environment variable of that name, which other tools set, would stand in for it.
import { base } from 'astro:config/server';

/** A page's address with the folder that the site is served from. */
export const toHref = (address: string): string => `${base.replace(/\/$/, '')}/${address}`;
