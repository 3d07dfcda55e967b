import { parseStatementId } from '../framework/ids.ts';

/** Where things live in the site, relative to its base and without a leading slash. */
export const frameworkAddress = (framework: string): string => `frameworks/${framework}/`;
export const moduleAddress = (framework: string, element: string): string => `frameworks/${framework}/${element}/`;
export const scenarioAddress = (scenario: string): string => `scenarios/${scenario}/`;

/** The anchor of a practice statement on its module's page. */
export const statementAnchor = (number: number): string => `statement-${number}`;

/** The page and anchor of a practice statement. Throws a `RangeError` on what is no statement id. */
export function statementAddress(id: string): string {
  const parts = parseStatementId(id);
  if (!parts) throw new RangeError(`"${id}" is not the id of a practice statement`);
  return `${moduleAddress(parts.framework, parts.element)}#${statementAnchor(parts.number)}`;
}
