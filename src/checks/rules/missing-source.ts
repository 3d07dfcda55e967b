import { listTexts } from '../scenario-texts.ts';
import { defineRule, type Finding } from '../rule.ts';

/** The end of a law's name, as in "Children Act 1989". */
const LAW_END = /\b(?:Act|Regulations|Order|Code) (?:19|20)\d\d\b/g;
/** Words that may stand inside a law's name in small letters. */
const JOINING = new Set(['and', 'of', 'for', 'in', 'etc']);
/** The longest name of a law that is looked for, in characters. */
const MAX_NAME = 120;
/** Guidance and law that is told without its name, and figures from outside the story. */
const CLAIM = /\b(?:by law|legal(?:ly)? (?:must|have to|duty|required)|the Act (?:says|asks|requires|gives)|statistics (?:show|say)|figures show) |\b(?:section \d{1,4}[A-Z]{0,3}|statutory guidance|the law (?:says|asks|requires)|Working Together|research (?:shows|found|suggests)|stud(?:y|ies) (?:show|shows|found|find)|one in (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:children|families|parents|mothers|fathers|babies|young people|adults|women|men)|(?:one|two|three|four) in (?:five|ten)|\d{1,3},\d{3} (?:children|families|parents|young people))\b|(?<![\d.])\d{1,3}(?:\.\d{1,2})? ?(?:%|per cent) (?:of|were|are|had|have) /iu;
/** Every claim holds one of these; nearly no other text does. */
const MAY_CLAIM = /\d|law|Act |legal| in (?:two|three|four|five|six|seven|eight|nine|ten)|statistics|figures show|research|stud(?:y|ies)|guidance|Working Together/i;

export const missingSource = defineRule('missing-source', 'warning', 'A law or a figure that a scenario states has its source among the references.', ({ scenarios }) =>
  scenarios.flatMap((file): Finding[] => {
    const titles = file.scenario.references.map(({ title }) => title.toLowerCase());
    const told = new Set<string>();
    return listTexts(file.scenario).flatMap(({ text, path }): Finding[] => {
      if (!MAY_CLAIM.test(text)) return [];
      const laws = listLaws(text).filter((law) => !titles.some((title) => isNamedIn(law, title)));
      const unnamed = laws.length === 0 ? findUnsourced(text, titles) : undefined;
      return [...laws, ...(unnamed === undefined ? [] : [unnamed])]
        .filter((claim) => !told.has(claim) && told.add(claim))
        .map((claim): Finding => [file, path, `"${claim}" is stated, and the references do not name it.`, 'Add it under "references" with its title, publisher and date, so that a reader can check it; or say "follow your local procedure".', claim]);
    });
  }),
);

/** Law told without its name wants any law or guidance among the sources, a figure wants a source that is no law. */
function findUnsourced(text: string, titles: readonly string[]): string | undefined {
  const claim = CLAIM.exec(text)?.[0];
  if (claim === undefined) return undefined;
  const isLaw = titles.map((title) => /\b(?:act|regulations|order|code|section)\b/.test(title));
  const isFigure = /\d|one in|two in|three in|four in|research|stud|statistics|figures/i.test(claim) && !/section/i.test(claim);
  return (isFigure ? isLaw.includes(false) : titles.length > 0) ? undefined : claim;
}

/** Laws by name and year. The name is read backwards from its end: words with a capital, and small ones between them. */
function listLaws(text: string): string[] {
  return [...text.matchAll(LAW_END)].map(({ 0: end, index }) => {
    const before = text.slice(Math.max(0, index - MAX_NAME), index).trimEnd().split(/\s+/);
    const name: string[] = [];
    for (const word of before.reverse()) {
      const bare = word.replace(/^[("“'‘]+/, '');
      if (!JOINING.has(bare) && !/^\p{Lu}[\p{L}'’,-]*$/u.test(bare)) break;
      name.unshift(bare);
      if (bare !== word) break;
    }
    while (name[0] !== undefined && (JOINING.has(name[0]) || name[0] === 'The')) name.shift();
    return [...name, end].join(' ');
  });
}

/** Whether a title holds the name of a law. A sentence's first word has a capital too, so the name may start later than it seems. */
function isNamedIn(law: string, title: string): boolean {
  const words = law.toLowerCase().split(' ');
  return words.some((_, index) => index <= words.length - 3 && title.includes(words.slice(index).join(' ')));
}
