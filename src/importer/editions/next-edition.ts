import type { Framework, SourceRecord } from '../../framework/framework.ts';
import type { ImportResult } from '../draft-framework.ts';
import type { EditionChanges } from './changes.ts';
import { matchEditions } from './match-editions.ts';

export interface FormerEdition {
  framework: Framework;
  /** Left out where it could not be read. */
  source?: SourceRecord | undefined;
}

/** Makes a draft the next edition of the framework that is there; what people know of the document itself, such as its licence, stays. */
export function toNextEdition(result: ImportResult, former: FormerEdition, label?: string): { result: ImportResult; changes: EditionChanges } {
  const { framework, changes } = matchEditions(former.framework, result.framework, { label });
  const { licence, publisher } = former.source ?? {};
  const source = { ...result.source, ...(licence === undefined ? {} : { licence }), ...(result.source.publisher === undefined && publisher !== undefined ? { publisher } : {}) };
  return { result: { ...result, framework, source }, changes };
}
