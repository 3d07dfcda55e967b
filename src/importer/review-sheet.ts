import type { Confidence } from './confidence.ts';
import type { ImportResult } from './draft-framework.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { listFirstLooks } from './first-looks.ts';
import { describePlace } from './place.ts';
import { capitalise, countFound } from './report.ts';

const LEVELS: Readonly<Record<Confidence['level'], string>> = { sure: 'sure', likely: 'likely', unsure: '**unsure**' };

/**
 * The Markdown page that is kept beside the draft: what to look at first, all that was taken with its place and how sure that is, and
 * every passage that was left out and why.
 * @param sections more of them, each beginning with its own heading, to follow what to look at first.
 */
export function writeReviewSheet(result: ImportResult, sections: readonly string[] = []): string {
  const { framework, source, loss } = result;
  const looks = listFirstLooks(result);
  const lines = [
    `# Import report: ${escapeMarkdown(framework.title)}`,
    '',
    `Source: ${code(source.file)}, sha256 ${source.sha256}.`,
    `Found ${countFound(result)}.`,
    ...(source.text ? [`The text that was read of it is in ${code(`source/${source.text.file}`)}; lines, where they are named, are lines of that file.`] : []),
    '',
    '## To look at first',
    '',
    ...(looks.length === 0 ? ['Nothing: every heading and statement was marked as such.'] : looks.map(({ place, text, reason }) => `- ${capitalise(describePlace(place))}: ${code(text)}: ${reason}.`)),
    '',
    ...sections.flatMap((section) => [section, '']),
    '## Taken',
    '',
    ...framework.elements.flatMap((element, at) => describeElement(element, result.review[at])),
    '## Left out',
    '',
    ...describeLosses(loss),
    '',
  ];
  return lines.join('\n');
}

function describeElement({ kind, label, number, statements }: ImportResult['framework']['elements'][number], review: ImportResult['review'][number] | undefined): string[] {
  return [
    `### ${escapeMarkdown(`${number === undefined ? '' : `${number} `}${label}`)}`,
    '',
    `${capitalise(kind.replace('-', ' '))}, ${describeReview(review)}.`,
    '',
    ...statements.map(({ text, stem }, at) => `- ${stem === undefined ? '' : `${code(stem)} `}${code(text)} (${describeReview(review?.statements[at])})`),
    '',
  ];
}

function describeReview(review: { place: ImportResult['review'][number]['place']; confidence: Confidence } | undefined): string {
  return review ? `${describePlace(review.place)}, ${LEVELS[review.confidence.level]}: ${review.confidence.reasons.join('; ')}` : '';
}

function describeLosses(loss: ImportResult['loss']): string[] {
  if (loss.length === 0) return ['Nothing.'];
  const groups = new Map<string, ImportResult['loss']>();
  for (const passage of loss) groups.set(passage.reason, [...(groups.get(passage.reason) ?? []), passage]);
  return [...groups].flatMap(([reason, passages]) => [`### ${escapeMarkdown(capitalise(reason))}`, '', ...passages.map(({ place, text }) => `- ${capitalise(describePlace(place))}: ${code(text)}`), '']);
}

/** Imported words as code, so that nothing in them is read as Markdown. */
function code(text: string): string {
  return `\`\` ${text.replace(/`{2,}/g, '`')} \`\``;
}
