import type { Framework, WithdrawnElement, WithdrawnStatement } from '../framework/framework.ts';

/** Every statement that an edition left out, by id. */
export function indexWithdrawn(frameworks: readonly { framework: Framework }[]): Map<string, WithdrawnStatement> {
  return new Map(frameworks.flatMap(({ framework }) => (framework.withdrawn ?? []).map((statement) => [statement.id, statement] as const)));
}

/** When it went and what came in its place, as the end of a sentence that names what was withdrawn. */
export function describeWithdrawal({ edition, replacedBy }: WithdrawnStatement | WithdrawnElement): string {
  return `was withdrawn${edition === undefined ? '' : ` in the edition "${edition}"`}${replacedBy === undefined ? '' : `; "${replacedBy}" replaced it`}`;
}
