import type { StatementTemplate, TemplateRule } from '../../../../src/tracking/xapi/profile-templates.ts';
import type { StatementDraft } from '../../../../src/tracking/lrs/statement.ts';

/** Whether a statement has everything that tells that it is of this template's kind (xAPI Profiles, Statement Templates, determining properties). */
export function isOfTemplate({ verb, object, context }: StatementDraft, template: StatementTemplate): boolean {
  const parents = (context?.contextActivities?.parent ?? []).map(({ definition }) => definition?.type);
  return (
    verb.id === template.verb &&
    (template.objectActivityType === undefined || object.definition?.type === template.objectActivityType) &&
    (template.contextParentActivityType ?? []).every((type) => parents.includes(type))
  );
}

/** The rules of a template that a statement breaks (same place, Statement Template Rules). */
export function listBrokenRules(statement: unknown, { rules }: StatementTemplate): TemplateRule[] {
  return rules.filter((rule) => !isKept(statement, rule));
}

function isKept(statement: unknown, { location, presence, all }: TemplateRule): boolean {
  const values = findValues(statement, location);
  if (presence === 'included' && values.length === 0) return false;
  if (presence === 'excluded' && values.length > 0) return false;
  if (presence === 'recommended' && values.length === 0) return true;
  return all === undefined || values.every((value) => all.some((allowed) => allowed === value));
}

/** As much of JSONPath as our templates use: `$.name.name['any name'][*]`. */
export function findValues(value: unknown, location: string): unknown[] {
  const steps = [...location.replace(/^\$/, '').matchAll(/\.([A-Za-z]+)|\['([^']+)'\]|\[(\*)\]/g)];
  if (`$${steps.map(([step]) => step).join('')}` !== location) throw new Error(`${location} is more of JSONPath than is read here`);
  let found: unknown[] = [value];
  for (const [, plain, quoted, every] of steps) {
    found = found.flatMap((at): unknown[] => {
      if (typeof at !== 'object' || at === null) return [];
      if (every !== undefined) return Array.isArray(at) ? (at as unknown[]) : [];
      const name = plain ?? quoted ?? '';
      return Object.hasOwn(at, name) ? [(at as Record<string, unknown>)[name]] : [];
    });
  }
  return found;
}
