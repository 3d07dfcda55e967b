import { DEFAULT_MASTERY_SCORE, listRequiredParts } from '../course/completion.ts';
import { roundScore } from '../course/scoring.ts';
import type { TrackedModule } from '../course/tracked-course.ts';

/** What manifests say of what is in a package. */
export interface PackagedCourse {
  /** IRI. Of the module where there is but one, else of the framework. */
  id: string;
  title: string;
  description: string;
  /** As HTML's `lang`. */
  language: string;
  /** Where the framework's sections stand as activities, without a slash at the end. */
  frameworkIri: string;
  /** A package for one module, or for a framework. */
  isOneModule: boolean;
  modules: readonly PackagedModule[];
}

export interface PackagedModule {
  id: string;
  title: string;
  description: string;
  /** The heading of the document that it stands under, as pages show it. */
  section?: string;
  /** The file that an LMS opens, from the package's root; left out where one page stands around all of them. */
  page?: string;
  /** 0 to 1; left out where there is nothing to answer. */
  masteryScore?: number;
}

export const moduleIri = (iriBase: string, module: string): string => `${iriBase}/${module}`;

export function describeModule({ module, title, description, requirements }: TrackedModule, { iriBase, ...more }: { iriBase: string; section?: string; page?: string }): PackagedModule {
  const isOnlyRead = listRequiredParts(requirements).includes('statements');
  return { id: moduleIri(iriBase, module), title, description, ...more, ...(!isOnlyRead && { masteryScore: roundScore(requirements.masteryScore ?? DEFAULT_MASTERY_SCORE) }) };
}

/** A file's place as the address that a manifest or page gives it. */
export const toUrl = (file: string): string => file.split('/').map(encodeURIComponent).join('/');
