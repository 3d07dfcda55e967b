import { ContentError } from '../framework/problem.ts';
import type { Content, FrameworkFile } from './content.ts';

/** The framework of that id, or `undefined` where there is none. Throws a `ContentError` where there is one that can't be read. */
export function requireFramework({ frameworks, problems, unread }: Content, id: string): FrameworkFile | undefined {
  const isOfIt = (file: string) => `/${file}`.endsWith(`/frameworks/${id}/framework.yaml`);
  if (unread.frameworks.has(id)) throw new ContentError(problems.filter(({ severity, place }) => severity === 'error' && isOfIt(place.file)));
  return frameworks.find(({ framework }) => framework.id === id);
}
