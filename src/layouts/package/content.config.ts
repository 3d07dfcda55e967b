// The pages of a package are built from a folder of their own, where Astro looks for this file.
export { collections } from '../../content.config.ts';
