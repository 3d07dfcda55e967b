import type { Element, Framework, PracticeStatement } from '../framework/framework.ts';
import { parseStatementId } from '../framework/ids.ts';
import type { Theme } from '../framework/theme.ts';
import { listStems } from '../framework/word-stems.ts';
import type { Scenario } from '../course/scenario.ts';
import { listLabelStems, WordWeights } from './content-words.ts';
import { compareProfiles, PracticeProfiles, type PracticeProfile } from './practice-profile.ts';
import { spread } from './spread.ts';

/** A scenario of the shared library that exercises what an element asks for, though it was written for another framework. */
export interface SharedMatch {
  scenario: Scenario;
  /** The statement of the element that it fits best. */
  statement: PracticeStatement;
  /** Why it fits: ids of the themes that both are about, those that count most first. */
  themes: string[];
}

export interface MatchInput {
  framework: Framework;
  /** Every framework there is: what a scenario exercises is looked up in them. */
  frameworks?: readonly Framework[] | undefined;
  themes: readonly Theme[];
  /** The whole library. */
  scenarios: readonly Scenario[];
}

/** A scenario that may be offered, with what it is compared by. */
interface Candidate {
  scenario: Scenario;
  exercised: { element: Element; statement: PracticeStatement }[];
  profile: PracticeProfile;
  stems: string[];
  /** The elements that it was written for, each with its share of what is exercised. */
  homes: ReadonlyMap<Element, number>;
}

/** What both are about decides; likeness of words tells apart what themes alone can't. */
const WEIGHTS = { themes: 0.7, words: 0.6, labels: 0.2, main: 0.1 };

/** Below this a scenario is not offered: where children's safety is taught, none is better than a wrong one. */
const FLOOR = 0.63;

/** What both are about must be this much alike: no likeness of words makes up for it. */
const LEAST_COMMON = 0.5;

/** One word that names a theme can be chance: more than one sign must say that the element is about what the scenario is about. */
const SIGNS = 2;

/**
 * Finds for each of `elements`, all of the framework's unless some are named, the scenario of the library that exercises the same
 * practice: by what both are about (themes, the rarer the better) and by the words of their statements. A scenario that exercises
 * a statement of this framework is its own, and a draft has been checked by nobody: neither takes part. The same input gives the same matches.
 * @returns matches by element id, at most one each; an element that nothing fits has none.
 */
export function matchScenarios({ framework, frameworks = [], themes, scenarios }: MatchInput, elements: readonly Element[] = framework.elements): Map<string, SharedMatch> {
  const known = [framework, ...frameworks.filter(({ id }) => id !== framework.id)];
  const all = known.flatMap((one) => one.elements);
  const profiles = new PracticeProfiles(themes, all);
  const words = new WordWeights(all.flatMap(({ statements }) => statements.map(stemsOf)));
  const labelStems = new Map(all.map((element) => [element, listLabelStems(element.label)]));
  const labelWords = new WordWeights([...labelStems.values()]);
  const places = new Map(all.flatMap((element) => element.statements.map((statement) => [statement.id, { element, statement }] as const)));
  const candidates = scenarios
    .filter(({ status, exercises }) => status !== 'draft' && !exercises.some((id) => parseStatementId(id)?.framework === framework.id))
    .map((scenario): Candidate => {
      const exercised = scenario.exercises.flatMap((id) => places.get(id) ?? []);
      const texts = [scenario.title, scenario.summary, scenario.debrief, ...exercised.flatMap(({ element, statement }) => [element.label, statement.text])];
      return { scenario, exercised, profile: profiles.ofScenario(scenario, exercised.map(({ statement }) => statement)), stems: listStems(texts.join(' ')), homes: shareOut(exercised) };
    });

  const offers = elements.flatMap((element) => {
    const profile = profiles.ofElement(element);
    const stems = listStems([element.label, ...element.statements.map(({ stem = '', text }) => `${stem} ${text}`)].join(' '));
    const likenessOfLabels = new Map(all.map((other) => [other, labelWords.likenessOf(labelStems.get(element) ?? [], labelStems.get(other) ?? [])]));
    return candidates.flatMap((candidate) => {
      const { themes: about } = candidate.scenario;
      const common = compareProfiles(profile, candidate.profile);
      if (common < LEAST_COMMON || profiles.countSigns(element, about) < SIGNS) return [];
      const fit =
        WEIGHTS.themes * common +
        WEIGHTS.words * words.likenessOf(stems, candidate.stems) +
        WEIGHTS.labels * Math.max(0, ...[...candidate.homes].map(([home, share]) => (likenessOfLabels.get(home) ?? 0) * Math.sqrt(share))) +
        WEIGHTS.main * weighAgainstMain(profile, about[0] ?? '');
      return fit < FLOOR ? [] : [{ element, profile, candidate, fit, taker: element.id, given: candidate.scenario.id }];
    });
  });

  return new Map(
    spread(offers).flatMap(({ element, profile, candidate }): [string, SharedMatch][] => {
      const statement = pickStatement(element, candidate, words, profiles);
      const shared = candidate.scenario.themes.filter((id) => profile.has(id)).sort((a, b) => (profile.get(b) ?? 0) - (profile.get(a) ?? 0));
      return statement ? [[element.id, { scenario: candidate.scenario, statement, themes: shared }]] : [];
    }),
  );
}

/** How much a theme weighs of the element's main theme, 0 to 1. */
function weighAgainstMain(profile: PracticeProfile, theme: string): number {
  return (profile.get(theme) ?? 0) / Math.max(...profile.values());
}

function shareOut(exercised: readonly { element: Element }[]): Map<Element, number> {
  const homes = new Map<Element, number>();
  for (const { element } of exercised) homes.set(element, (homes.get(element) ?? 0) + 1 / exercised.length);
  return homes;
}

/** The statement that comes nearest to the scenario, in what it is about and in words: rather one on its main theme, and what to avoid only where there is nothing to do. */
function pickStatement({ statements }: Element, { scenario, profile, exercised }: Candidate, words: WordWeights, profiles: PracticeProfiles): PracticeStatement | undefined {
  const others = exercised.map(({ statement }) => stemsOf(statement));
  const rate = (statement: PracticeStatement): number => {
    const likeness = Math.max(0, ...others.map((other) => words.likenessOf(stemsOf(statement), other)));
    const isOnMainTheme = statement.themes.includes(scenario.themes[0] ?? '');
    return compareProfiles(profiles.ofStatement(statement), profile) + 2 * likeness + (isOnMainTheme ? 0.5 : 0);
  };
  const duties = statements.filter(({ isToAvoid }) => isToAvoid !== true);
  return (duties.length > 0 ? duties : statements).map((statement) => ({ statement, rating: rate(statement) })).sort((a, b) => b.rating - a.rating)[0]?.statement;
}

const stemsOf = ({ stem = '', text }: PracticeStatement): string[] => listStems(`${stem} ${text}`);
