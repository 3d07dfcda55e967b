import type { CourseCatalogue } from '../record/course-catalogue.ts';

/** What the site offers, from the file beside its pages. Only those who have a record need it. */
export async function loadCatalogue(address: string): Promise<CourseCatalogue> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return (await answer.json()) as CourseCatalogue;
}
