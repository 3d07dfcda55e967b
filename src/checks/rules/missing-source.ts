import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

/** A law by its name and year, as "Children Act 1989". */
const LAW = /\b((?:\p{Lu}[\p{L}'’]+(?:,? (?:and|of|for|in) | ))+(?:Act|Regulations|Order|Code) (?:19|20)\d\d)\b/gu;
/** Guidance and law that is told without its name, and figures from outside the story. */
const CLAIM = /\b(?:section \d+[A-Z]*|statutory guidance|the law (?:says|asks|requires)|Working Together|research (?:shows|found|suggests)|stud(?:y|ies) (?:show|shows|found|find)|\d+(?:\.\d+)? per cent)\b|\d+(?:\.\d+)? ?%/iu;

export const missingSource = defineRule('missing-source', 'warning', 'A law or a figure that a scenario states has its source among the references.', ({ scenarios }) =>
  scenarios.flatMap((file): Finding[] => {
    const titles = file.scenario.references.map(({ title }) => title.toLowerCase());
    const told = new Set<string>();
    return listTexts(file.scenario).flatMap(({ text, path }): Finding[] => {
      if (!/[A-Z%\d]/.test(text)) return [];
      const laws = [...text.matchAll(LAW)].map(([, law = '']) => law.replace(/^The /, '')).filter((law) => !titles.some((title) => title.includes(law.toLowerCase())));
      const unnamed = laws.length === 0 && titles.length === 0 ? CLAIM.exec(text)?.[0] : undefined;
      return [...laws, ...(unnamed === undefined ? [] : [unnamed])]
        .filter((claim) => !told.has(claim) && told.add(claim))
        .map((claim): Finding => [file, path, `"${claim}" is stated, and the references do not name it.`, 'Add it under "references" with its title, publisher and date, so that a reader can check it; or say "follow your local procedure".', claim]);
    });
  }),
);
