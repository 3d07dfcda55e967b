import { ABBREVIATIONS } from '../blaming-terms.ts';
import { defineRule, type Finding } from '../rule.ts';
import { isOurVoice, listTexts } from '../scenario-texts.ts';

const ANY_ABBREVIATION = new RegExp(`(?<![\\w-])(?:${Object.keys(ABBREVIATIONS).join('|')})(?![\\w-])`, 'g');

const CAPITALS = /[A-Z][A-Z\d]/;

export const unexplainedAbbreviation = defineRule('unexplained-abbreviation', 'error', 'An abbreviation of the trade is spelled out before it is used.', ({ scenarios }) =>
  scenarios.flatMap((file) => {
    const texts = listTexts(file.scenario);
    const explained = new Set<string>();
    return texts.flatMap(({ text, path, option }): Finding[] => {
      for (const [, short = ''] of text.matchAll(/\(([A-Z0-9]+)\)/g)) explained.add(short);
      if (!isOurVoice(option)) return [];
      if (!CAPITALS.test(text)) return [];
      return [...new Set(text.match(ANY_ABBREVIATION))]
        .filter((short) => !explained.has(short))
        .map((short) => [file, path, `"${short}" shuts out everybody who does not know it.`, `Write "${ABBREVIATIONS[short] ?? short}", or spell it out at its first use with "(${short})" after it.`, short]);
    });
  }),
);
