import type { Element, PracticeStatement } from '../framework/framework.ts';
import type { Theme } from '../framework/theme.ts';
import type { Scenario } from '../course/scenario.ts';
import { listThemesNamed } from './theme-terms.ts';

/** How much each theme counts in what something is about, by theme id. */
export type PracticeProfile = ReadonlyMap<string, number>;

/** A theme of its statements that the element's own name speaks of too is what the element is about. */
const NAMED = 2;
/** A scenario names its main theme first; each further one counts this much less. */
const LESS_FOR_EACH = 0.15;
/** All statements that a scenario exercises, against the themes that its writer gave it. */
const EXERCISED = 0.6;

/** Says what elements and scenarios are about, in themes. A theme that nearly every element carries tells little and counts little. */
export class PracticeProfiles {
  readonly #themes: readonly Theme[];
  readonly #elements: number;
  readonly #counts = new Map<string, number>();

  /** @param elements all that are known, of every framework: they show how rare a theme is. */
  constructor(themes: readonly Theme[], elements: readonly Element[]) {
    this.#themes = themes;
    this.#elements = elements.length;
    for (const { statements } of elements) for (const id of new Set(statements.flatMap((statement) => statement.themes))) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  rarityOf(theme: string): number {
    return Math.log(1 + this.#elements / (1 + (this.#counts.get(theme) ?? 0)));
  }

  ofElement({ label, statements }: Element): PracticeProfile {
    const named = new Set(listThemesNamed(label, this.#themes));
    const shareOf = (id: string) => statements.filter((statement) => statement.themes.includes(id)).length / statements.length;
    const weightOf = (id: string) => Math.sqrt(shareOf(id)) * (named.has(id) ? NAMED : 1);
    return new Map(this.#themes.map(({ id }): [string, number] => [id, weightOf(id) * this.rarityOf(id)]).filter(([, weight]) => weight > 0));
  }

  /** How often the statements and the name of an element speak of any of `wanted`. */
  countSigns({ label, statements }: Element, wanted: readonly string[]): number {
    const carried = statements.flatMap((statement) => statement.themes).filter((id) => wanted.includes(id));
    return carried.length + listThemesNamed(label, this.#themes).filter((id) => carried.includes(id)).length;
  }

  ofStatement({ themes }: PracticeStatement): PracticeProfile {
    return new Map(themes.map((id) => [id, this.rarityOf(id)]));
  }

  /** @param exercised the statements that the scenario exercises, as far as they are known. */
  ofScenario({ themes }: Scenario, exercised: readonly PracticeStatement[]): PracticeProfile {
    const weights = new Map(themes.map((id, index) => [id, Math.max(0, 1 - LESS_FOR_EACH * index)]));
    for (const id of exercised.flatMap((statement) => statement.themes)) weights.set(id, (weights.get(id) ?? 0) + EXERCISED / exercised.length);
    return new Map([...weights].map(([id, weight]) => [id, weight * this.rarityOf(id)]));
  }
}

/** 0 where two profiles have no theme in common, 1 where they speak of the same things in the same measure. */
export function compareProfiles(a: PracticeProfile, b: PracticeProfile): number {
  const length = (profile: PracticeProfile) => Math.hypot(...profile.values());
  const shared = [...a].reduce((sum, [id, weight]) => sum + weight * (b.get(id) ?? 0), 0);
  return shared === 0 ? 0 : shared / (length(a) * length(b));
}
