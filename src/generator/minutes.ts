/** Unhurried reading of text that matters. */
const WORDS_A_MINUTE = 200;
const MINUTES_A_CHECK_ITEM = 0.5;
const MINUTES_TO_REFLECT = 2;
const MIN_MINUTES = 3;
/** The schema's limit: a module that takes longer is two. */
const MAX_MINUTES = 120;

export function countWords(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}

/** How long a module takes, in whole minutes. */
export function estimateMinutes({ words, scenarios, checkItems }: { words: number; scenarios: readonly { minutes: number }[]; checkItems: number }): number {
  const minutes = words / WORDS_A_MINUTE + scenarios.reduce((sum, scenario) => sum + scenario.minutes, 0) + checkItems * MINUTES_A_CHECK_ITEM + MINUTES_TO_REFLECT;
  return Math.min(MAX_MINUTES, Math.max(MIN_MINUTES, Math.round(minutes)));
}
