import type { Rule } from './rule.ts';
import { absoluteWords } from './rules/absolute-words.ts';
import { blamingLanguage } from './rules/blaming-language.ts';
import { checkItem } from './rules/check-item.ts';
import { dangerAndRisk } from './rules/danger-and-risk.ts';
import { deadEnd } from './rules/dead-end.ts';
import { draftInRelease } from './rules/draft-in-release.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { elementWithoutModule } from './rules/element-without-module.ts';
import { elementWithoutScenario } from './rules/element-without-scenario.ts';
import { fullName } from './rules/full-name.ts';
import { guessableScenario } from './rules/guessable-scenario.ts';
import { indefiniteArticle } from './rules/indefinite-article.ts';
import { jargon } from './rules/jargon.ts';
import { longSentence } from './rules/long-sentence.ts';
import { loopWithoutExit } from './rules/loop-without-exit.ts';
import { missingContentNote } from './rules/missing-content-note.ts';
import { missingSource } from './rules/missing-source.ts';
import { moduleBody } from './rules/module-body.ts';
import { moduleUnknownScenario } from './rules/module-unknown-scenario.ts';
import { moduleWithoutElement } from './rules/module-without-element.ts';
import { noStrongOption } from './rules/no-strong-option.ts';
import { oneKindOption } from './rules/one-kind-option.ts';
import { overlappingOptions } from './rules/overlapping-options.ts';
import { partNotShown } from './rules/part-not-shown.ts';
import { pastReviewDate } from './rules/past-review-date.ts';
import { peopleFirst } from './rules/people-first.ts';
import { personalData } from './rules/personal-data.ts';
import { quotationNotInSource } from './rules/quotation-not-in-source.ts';
import { readingAgeRule } from './rules/reading-age.ts';
import { repeatedWord } from './rules/repeated-word.ts';
import { sharedScenario } from './rules/shared-scenario.ts';
import { sourceChanged } from './rules/source-changed.ts';
import { statementId } from './rules/statement-id.ts';
import { statementReworded } from './rules/statement-reworded.ts';
import { strongOptionLongest } from './rules/strong-option-longest.ts';
import { strongOptionPosition } from './rules/strong-option-position.ts';
import { systemWords } from './rules/system-words.ts';
import { thinFeedback } from './rules/thin-feedback.ts';
import { unevenOptions } from './rules/uneven-options.ts';
import { unexplainedAbbreviation } from './rules/unexplained-abbreviation.ts';
import { unknownFramework } from './rules/unknown-framework.ts';
import { unknownNext } from './rules/unknown-next.ts';
import { unknownStatement } from './rules/unknown-statement.ts';
import { unknownTheme } from './rules/unknown-theme.ts';
import { unreachableEnding } from './rules/unreachable-ending.ts';
import { unreachableStep } from './rules/unreachable-step.ts';
import { unsafeWithoutDebrief } from './rules/unsafe-without-debrief.ts';
import { unsafeWithoutHarm } from './rules/unsafe-without-harm.ts';
import { withdrawnStatement } from './rules/withdrawn-statement.ts';

/** Every rule that content is held against. A new rule is a file in `rules/` and a line here. */
export const RULES: readonly Rule[] = [
  duplicateId,
  statementId,
  sourceChanged,
  quotationNotInSource,
  unknownFramework,
  elementWithoutModule,
  moduleWithoutElement,
  moduleBody,
  partNotShown,
  moduleUnknownScenario,
  sharedScenario,
  checkItem,
  unknownNext,
  unreachableStep,
  unreachableEnding,
  deadEnd,
  loopWithoutExit,
  unsafeWithoutDebrief,
  unsafeWithoutHarm,
  noStrongOption,
  strongOptionLongest,
  strongOptionPosition,
  unevenOptions,
  absoluteWords,
  overlappingOptions,
  thinFeedback,
  oneKindOption,
  guessableScenario,
  unknownStatement,
  withdrawnStatement,
  statementReworded,
  elementWithoutScenario,
  missingSource,
  unknownTheme,
  blamingLanguage,
  systemWords,
  dangerAndRisk,
  unexplainedAbbreviation,
  jargon,
  peopleFirst,
  repeatedWord,
  indefiniteArticle,
  longSentence,
  readingAgeRule,
  personalData,
  fullName,
  missingContentNote,
  pastReviewDate,
  draftInRelease,
];
