import type { Framework, FrameworkInput, SourceRecord } from '../../framework/framework.ts';
import type { ImportResult } from '../draft-framework.ts';
import type { EditionChanges } from './changes.ts';
import { keepCorrections } from './keep-corrections.ts';
import { matchEditions } from './match-editions.ts';

export interface FormerEdition {
  framework: Framework;
  /** Left out where it could not be read. */
  source?: SourceRecord | undefined;
}

export interface NextEditionOptions {
  /** What to call it; its date where left out. */
  label?: string | undefined;
  /** What the importer makes of the former document: without it, what people corrected can't be told from what the document changed. */
  base?: FrameworkInput | undefined;
  /** Year-month-day: statements whose words changed carry it. */
  today?: string | undefined;
}

/** Makes a draft the next edition of the framework that is there. What people know of the document itself, such as its licence, stays. */
export function toNextEdition(result: ImportResult, former: FormerEdition, { label, base, today }: NextEditionOptions = {}): { result: ImportResult; changes: EditionChanges } {
  const corrected = base ? keepCorrections(former.framework, base, result) : result;
  const { framework, changes } = matchEditions(former.framework, corrected.framework, { label, today });
  const { licence = result.source.licence } = former.source ?? {};
  const { title, publisher } = framework;
  return { result: { ...corrected, framework, source: { ...result.source, title, licence, ...(publisher === undefined ? {} : { publisher }) } }, changes };
}
