import { listStatements, type Framework } from '../framework/framework.ts';

/** What a framework holds, to look up by id. */
export interface StatementIndex {
  framework: string;
  elements: ReadonlySet<string>;
  statements: ReadonlyMap<string, { element: string; text: string }>;
  withdrawn: ReadonlySet<string>;
}

export function indexStatements(framework: Framework): StatementIndex {
  return {
    framework: framework.id,
    elements: new Set(framework.elements.map(({ id }) => id)),
    statements: new Map(listStatements(framework).map(({ element, statement }) => [statement.id, { element: element.id, text: statement.text }])),
    withdrawn: new Set(framework.withdrawn?.map(({ id }) => id)),
  };
}
