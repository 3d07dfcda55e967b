import { parseStatementId } from '../framework/ids.ts';

/** Where things live in the site, relative to its base and without a leading slash. */
export const frameworkAddress = (framework: string): string => `frameworks/${framework}/`;
export const moduleAddress = (framework: string, element: string): string => `frameworks/${framework}/${element}/`;
export const scenarioAddress = (scenario: string): string => `scenarios/${scenario}/`;

/**
 * The anchor of a practice statement on the page of the element that it stands in. A statement that moved there from another
 * element kept its id, so its number alone could be that of one that was there before.
 * @throws RangeError on what is no statement id.
 */
export function statementAnchor(id: string, element: string): string {
  const parts = parseStatementId(id);
  if (!parts) throw new RangeError(`"${id}" is not the id of a practice statement`);
  return parts.element === element ? `statement-${parts.number}` : `statement-${parts.element}-${parts.number}`;
}

/** The page and anchor of a practice statement that stands in `element`, whatever element its id names. */
export function statementAddress(framework: string, element: string, id: string): string {
  return `${moduleAddress(framework, element)}#${statementAnchor(id, element)}`;
}
