import { isObject } from './json.ts';
import type { XapiVersion } from './statement.ts';

/** A statement's context, or a part of it, as JSON holds it. */
type JsonObject = Readonly<Record<string, unknown>>;

/** Parts of a context that a 1.0 LRS refuses. */
const NEW_IN_2_0 = ['contextAgents', 'contextGroups'];

/**
 * A deep copy of `template` with `own` added. Where both say something the template's word stands (cmi5 10.2.1: an AU may add,
 * and never overwrites); the lists of contextActivities hold what both name, the template's first, each activity once. What the version does not know is left out.
 * @param template an LMS's JSON, such as cmi5's `contextTemplate`.
 */
export function mergeContext(template: object, own: object, version: XapiVersion): JsonObject {
  const merged = addTo(structuredClone(template) as JsonObject, own as JsonObject);
  return version === '2.0.0' ? merged : Object.fromEntries(Object.entries(merged).filter(([name]) => !NEW_IN_2_0.includes(name)));
}

function addTo(template: JsonObject, own: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...template };
  for (const [name, value] of Object.entries(own)) {
    const there = Object.hasOwn(template, name) ? template[name] : undefined;
    if (there === undefined) merged[name] = structuredClone(value);
    else if (name === 'contextActivities' && isObject(there) && isObject(value)) merged[name] = addActivities(there, value);
    else if (isObject(there) && isObject(value)) merged[name] = addTo(there, value);
  }
  return merged;
}

function addActivities(template: JsonObject, own: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...template };
  for (const [relation, added] of Object.entries(own)) {
    const there = toList(template[relation]);
    const known = new Set(there.map(idOf));
    merged[relation] = [...there, ...toList(added).filter((activity) => !known.has(idOf(activity)))];
  }
  return merged;
}

/** xAPI 1.0 allows one activity in place of a list. */
const toList = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]);

const idOf = (activity: unknown): unknown => (isObject(activity) ? activity['id'] : activity);
