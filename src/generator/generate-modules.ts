import type { List, Paragraph, Root, RootContent } from 'mdast';
import type {} from 'remark-mdx';
import { stringify } from 'yaml';
import { KIND_LABELS } from '../framework/kind-labels.ts';
import { parseWith } from '../framework/parse-with.ts';
import { rankThemes } from '../framework/rank-themes.ts';
import { ContentError } from '../framework/problem.ts';
import { readSafeYaml } from '../framework/safe-yaml.ts';
import { showLabel } from '../framework/show-label.ts';
import type { Element, Framework } from '../framework/framework.ts';
import type { Theme } from '../framework/theme.ts';
import { LearningModuleSchema, listRequiredScenarios, type LearningModule } from '../course/learning-module.ts';
import { splitFrontMatter } from '../course/front-matter.ts';
import { assertInertModule } from '../course/module-body.ts';
import type { Scenario } from '../course/scenario.ts';
import { cleanImportedText, shorten, trimMarks } from './imported-text.ts';
import { writeInertMdx } from './inert-mdx.ts';
import { writeKnowledgeChecks } from './knowledge-check.ts';
import { LeastUsed } from './least-used.ts';
import { countWords, estimateMinutes } from './minutes.ts';
import { writeObjectives } from './objectives.ts';
import { actOf } from './practice-act.ts';
import { surveyScenarios, type ScenarioSurvey } from './survey-scenarios.ts';
import { CLOSINGS, OPENINGS, PRACTICE, REFLECTIONS, SUPERVISION } from './wording.ts';

export interface GeneratedModule {
  /** Relative to the framework's folder, with `/`. */
  path: string;
  text: string;
}

export interface GeneratorInput {
  framework: Framework;
  themes: readonly Theme[];
  /** Every framework there is: a scenario that was written for another may stand in where this one has none of its own. */
  frameworks?: readonly Framework[] | undefined;
  /** The whole library. */
  scenarios: readonly Scenario[];
  /** year-month-day; new modules are to be read again a year later. */
  today: string;
  /** Review dates that modules already have, by element id: they stay, so that a second run changes nothing. */
  reviewDates?: ReadonlyMap<string, string>;
  /** Where the scenarios come from, where that is known already. */
  survey?: ScenarioSurvey;
}

const MAX_FRONT_MATTER_BYTES = 16_384;
const EXAMPLES = 4;
/** A module asks for one scenario, so that it fits into a lunch break and its page into 18 KB; the page links to the others. */
const MAX_SCENARIOS = 1;
const MAX_SUPERVISION_THEMES = 2;

/**
 * Writes one learning module for each element of a framework, as the text of an MDX file. Imported words go into front matter
 * only, as data, cleaned of control characters; the body is our prose and our components, and is parsed again to make sure.
 * The same input gives the same text, character by character.
 * @throws ContentError where a module would not be inert or would not fit its schema: that is a fault of ours, and nothing has been written.
 */
export function generateModules({ framework, themes, frameworks, scenarios, today, reviewDates = new Map(), survey = surveyScenarios({ framework, frameworks, themes, scenarios }) }: GeneratorInput): GeneratedModule[] {
  const checks = writeKnowledgeChecks(framework, themes);
  const titles = listTitles(framework);
  const wordings = new LeastUsed();
  const nextReview = addYear(today);
  return framework.elements.map((element) => {
    const path = modulePath(element.id);
    const title = titles.get(element.id) ?? element.id;
    const own = (survey.own.get(element.id) ?? []).slice(0, MAX_SCENARIOS);
    const shared = survey.shared.get(element.id);
    const check = checks.get(element.id) ?? [];
    const ranked = rankThemes(element, themes);
    const examples = pickExamples(element, ranked, wordings);
    const act = actOf(element.statements.map(({ text }) => text).join(' '));
    const objectives = writeObjectives(element, title, wordings);
    const module: LearningModule = {
      framework: framework.id,
      element: element.id,
      title,
      objectives,
      minutes: estimateMinutes({ words: countWords(element.description ?? '', ...element.statements.map(({ text, stem }) => `${stem ?? ''} ${text}`), ...objectives, ...examples), scenarios: shared ? [shared.scenario] : own, checkItems: check.length }),
      scenarios: own.map(({ id }) => id),
      sharedScenarios: shared ? [{ scenario: shared.scenario.id, statement: shared.statement.id }] : [],
      check,
      reflection: wordings.take(REFLECTIONS[act], 1, element.id).join(' '),
      supervision: [...ranked.slice(0, MAX_SUPERVISION_THEMES).map(({ supervision }) => supervision), ...wordings.take(SUPERVISION[element.kind], 1, element.id)],
      status: 'draft',
      reviewBy: reviewDates.get(element.id) ?? nextReview,
    };
    const opening = wordings.take(OPENINGS[element.kind], 1, element.id).join(' ');
    const closing = wordings.take(CLOSINGS, 1, element.id).join(' ');
    const text = `---\n${writeFrontMatter(module)}---\n\n${writeInertMdx(writeBody({ opening, examples, closing, scenarios: listRequiredScenarios(module), check }))}`;
    requireSound(text, `${framework.id}/${path}`);
    return { path, text };
  });
}

/** Where an element's module stands in its framework's folder. */
export const modulePath = (element: string): string => `modules/${element}.mdx`;

/** Names as they read on a page. Where two elements share one, what kind they are, where they stand or their place tells them apart. */
function listTitles({ elements }: Framework): Map<string, string> {
  const plain = elements.map((element) => shorten(showLabel(cleanImportedText(element.label))) || KIND_LABELS[element.kind].one);
  const isShared = (candidates: readonly string[], index: number) => candidates.filter((other) => other.toLowerCase() === candidates[index]?.toLowerCase()).length > 1;
  const withSuffix = (titles: readonly string[], suffixOf: (element: Element, index: number) => string) =>
    titles.map((title, index) => {
      const element = elements[index];
      const suffix = element && isShared(titles, index) ? suffixOf(element, index) : '';
      return suffix === '' ? title : `${title} (${suffix})`;
    });
  const byKind = withSuffix(plain, ({ kind }, index) => (elements.some((other, at) => at !== index && plain[at]?.toLowerCase() === plain[index]?.toLowerCase() && other.kind !== kind) ? KIND_LABELS[kind].one.toLowerCase() : ''));
  const bySection = withSuffix(byKind, ({ section }) => trimMarks(shorten(showLabel(cleanImportedText(section ?? '')), 60)));
  const byPlace = withSuffix(bySection, (_, index) => String(index + 1));
  return new Map(elements.map(({ id }, index) => [id, byPlace[index] ?? id]));
}

/** What the element looks like in a working week: from its themes in turn, and where those give too little from what its statements have people do. */
function pickExamples(element: Element, themes: readonly Theme[], wordings: LeastUsed): string[] {
  const examples: string[] = [];
  const [first, second, third] = themes;
  const shares = third ? [2, 1, 1] : second ? [2, 2] : [3];
  for (const [index, theme] of [first, second, third].entries()) {
    if (theme) examples.push(...wordings.take(theme.practice.filter((sentence) => !examples.includes(sentence)), shares[index] ?? 0, element.id));
  }
  for (const { text } of element.statements) {
    if (examples.length >= EXAMPLES) break;
    examples.push(...wordings.take(PRACTICE[actOf(text)].filter((sentence) => !examples.includes(sentence)), 1, element.id));
  }
  const missing = EXAMPLES - examples.length;
  return missing <= 0 ? examples : [...examples, ...wordings.take(Object.values(PRACTICE).flat().filter((sentence) => !examples.includes(sentence)), missing, element.id)];
}

function writeFrontMatter(module: LearningModule): string {
  const { check, scenarios, sharedScenarios, ...fields } = module;
  return stringify({ ...fields, scenarios, ...(sharedScenarios.length > 0 && { sharedScenarios }), check }, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0, aliasDuplicateObjects: false });
}

function writeBody({ opening, examples, closing, scenarios, check }: { opening: string; examples: readonly string[]; closing: string; scenarios: readonly string[]; check: LearningModule['check'] }): Root {
  const list: List = { type: 'list', ordered: false, spread: false, children: examples.map((example) => ({ type: 'listItem', spread: false, children: [paragraph(example)] })) };
  const sections: RootContent[] = [heading('What it says'), component('WhatItSays'), heading('In practice'), paragraph(opening), list, paragraph(closing)];
  if (scenarios.length > 0) sections.push(heading('What would you do?'), ...scenarios.map((id) => component('Scenario', id)));
  if (check.length > 0) sections.push(heading('Check what you know'), component('KnowledgeCheck'));
  sections.push(heading('Reflect'), component('Reflection'), heading('Take it to supervision'), component('TakeToSupervision'));
  return { type: 'root', children: sections };
}

const heading = (text: string): RootContent => ({ type: 'heading', depth: 2, children: [{ type: 'text', value: text }] });
const paragraph = (text: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value: text }] });
const component = (name: string, id?: string): RootContent => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: id === undefined ? [] : [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
  children: [],
});

/** Reads a module as the build will: what is wrong is found here, before anything is on disk. */
function requireSound(text: string, file: string): void {
  assertInertModule(text, file);
  const { frontMatter } = splitFrontMatter(text) ?? { frontMatter: '' };
  const bytes = new TextEncoder().encode(frontMatter).length;
  if (bytes > MAX_FRONT_MATTER_BYTES) {
    throw new ContentError([{ rule: 'front-matter-too-large', severity: 'error', place: { file }, message: `The front matter would have ${bytes} bytes; the limit is ${MAX_FRONT_MATTER_BYTES}.`, hint: 'Shorten the element’s name, or name fewer scenarios for its statements.' }]);
  }
  const { problems } = parseWith(LearningModuleSchema, readSafeYaml(frontMatter, file), 'front matter');
  if (problems.length > 0) throw new ContentError(problems);
}

/** The same day a year on; 29 February becomes 28 February. */
function addYear(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${String(Number(year) + 1).padStart(4, '0')}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}
