import type { Judgement } from '../course/judgement.ts';
import type { Content, WrittenFile } from './content.ts';
import { listModuleTexts } from './module-texts.ts';
import { listTexts } from './scenario-texts.ts';

/** A text that learners read, where it stands, and whose voice it is. */
export interface LearnerText {
  /** Of the value in the file's fields; empty for the body of a module. */
  path: readonly PropertyKey[];
  /** Where a paragraph of a module's body starts in the file. Lines and columns count from 1. */
  at?: { line: number; column: number };
  text: string;
  /** Of the option that the text belongs to. Left out: the narrator speaks. */
  option?: { judgement: Judgement; quotesPoorWording: boolean };
  /** Set off as a quotation, without marks. */
  isQuotation?: boolean;
}

/** A file with what learners read in it. */
export interface LearnerTexts {
  file: WrittenFile;
  texts: readonly LearnerText[];
}

/** Whether the words are ours to answer for: the narrator's, or those of an option that is good practice and quotes nobody. */
export function isOurVoice({ option, isQuotation = false }: LearnerText): boolean {
  if (isQuotation) return false;
  return option === undefined || (!option.quotesPoorWording && (option.judgement === 'strong' || option.judgement === 'acceptable'));
}

/** All that learners read in scenarios and modules, file by file. */
export function listLearnerTexts({ scenarios, modules }: Pick<Content, 'scenarios' | 'modules'>): LearnerTexts[] {
  return [...scenarios.map((file) => ({ file, texts: listTexts(file.scenario) })), ...modules.map((file) => ({ file, texts: listModuleTexts(file) }))];
}
