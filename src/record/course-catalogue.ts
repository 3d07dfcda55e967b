import type { ModuleRequirements } from '../course/completion.ts';

/** What the record needs to know of a module, served by the site as JSON. */
export interface CatalogueModule {
  /** `<framework>/<element>` */
  module: string;
  title: string;
  /** The framework's id. */
  framework: string;
  requirements: ModuleRequirements;
}

/** All modules and scenarios that the site offers today. */
export interface CourseCatalogue {
  modules: readonly CatalogueModule[];
  scenarios: readonly { id: string; title: string; edition: string }[];
}
