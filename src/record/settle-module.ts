import type { CatalogueModule } from './course-catalogue.ts';
import type { LearnerRecord } from './learner-record.ts';
import { findCompletionToRecord, projectModule, type ModuleProgress } from './module-progress.ts';

/**
 * Where the learner stands in a module, having put a new completion on record. Call it when a module's page opens and after
 * every event that can complete the module. Stores nothing before there is something to complete.
 */
export async function settleModule(record: LearnerRecord, { module, requirements }: Pick<CatalogueModule, 'module' | 'requirements'>): Promise<ModuleProgress> {
  const { launchMode, masteryScore } = record;
  const course = { module, requirements: { ...requirements, ...(masteryScore !== undefined && { masteryScore }) } };
  const completion = launchMode === 'Normal' ? findCompletionToRecord(await record.readAll(), course) : undefined;
  if (completion) await record.append(completion);
  return projectModule(await record.readAll(), course, { launchMode });
}
