import type { TrackedCourse } from '../course/tracked-course.ts';
import type { Tracking } from '../framework/tracking-settings.ts';

/** What `Tracking.astro` puts on every page of a site that reports. */
export type PageSettings = Tracking & Pick<TrackedCourse, 'iriBase' | 'language'>;

/** Made together with the page, so that it is what it says. */
export const readPageSettings = (): PageSettings => readJson('tracking-settings') as PageSettings;

/** What is on the page; nothing on pages without a module or a scenario. */
export function readTrackedCourse({ iriBase, language }: PageSettings): TrackedCourse {
  return (readJson('tracked-course') as TrackedCourse | undefined) ?? { iriBase, language, modules: [], scenarios: [] };
}

function readJson(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as unknown) : undefined;
}
