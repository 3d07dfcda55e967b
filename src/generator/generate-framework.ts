import { generateModules, modulePath, type GeneratorInput } from './generate-modules.ts';
import { carryOutPlan, hashModule, readModuleFolder } from './module-folder.ts';
import { planModules, readReviewDates, type ModulePlan } from './plan-modules.ts';
import { surveyScenarios, type ScenarioSurvey } from './survey-scenarios.ts';

/**
 * Brings the modules of one framework's folder up to date. Run twice, it changes nothing the second time, whatever the day.
 * @returns what was done, or would be, and where the scenarios come from of the modules that are as they were generated: what stands
 * in the others is for the people who changed them to say.
 * @throws ContentError before anything is written.
 */
export async function generateFramework(frameworkDir: string, input: Omit<GeneratorInput, 'reviewDates' | 'survey'>, { isDryRun }: { isDryRun: boolean }): Promise<ModulePlan & { survey: ScenarioSurvey }> {
  const { existing, manifest } = await readModuleFolder(frameworkDir);
  const survey = surveyScenarios(input);
  const generated = generateModules({ ...input, survey, reviewDates: readReviewDates(existing) });
  const plan = planModules(existing, manifest, generated, hashModule);
  if (!isDryRun) await carryOutPlan(frameworkDir, plan, manifest);
  const left = new Set(plan.modules.filter(({ action }) => action === 'leave').map(({ path }) => path));
  const isOurs = (element: string) => !left.has(modulePath(element));
  return { ...plan, survey: { own: survey.own, shared: new Map([...survey.shared].filter(([element]) => isOurs(element))), toWrite: survey.toWrite.filter(({ id }) => isOurs(id)) } };
}
