/** The object that an LMS puts into a window. Its functions are called by name (`session.ts`). */
export type ScormApi = Readonly<Record<string, unknown>>;

/** Windows up or down to look into. LMSs nest a handful; a bound keeps a loop of windows from hanging the page. */
const MAX_WINDOWS = 50;

/** Milliseconds between looks for an API that the LMS may still be about to make, and how often to look. */
const LOOK_AGAIN = 100;
const LOOKS = 20;

/** The part of a window that leads to others. */
export interface Neighbourhood {
  readonly parent: unknown;
  readonly opener: unknown;
}

/**
 * The API of the nearest window that has one: this window, the windows it is framed in, then the one that opened it and those that
 * one is framed in. Windows of other origins can't be read, and are passed by; one of ours may lie beyond them.
 * @param functionName a function that tells the API from anything else that has its name.
 */
export function findApi(page: Neighbourhood, name: string, functionName: string): ScormApi | undefined {
  const seen = new Set<unknown>();
  const origins: unknown[] = [page];
  // Each window may itself have been opened by another.
  for (let origin = origins.shift(); origin !== undefined && seen.size < MAX_WINDOWS; origin = origins.shift()) {
    for (let place: unknown = origin; isWindow(place) && !seen.has(place) && seen.size < MAX_WINDOWS; place = look(place, 'parent')) {
      seen.add(place);
      const api = look(place, name);
      if (isObject(api) && typeof look(api, functionName) === 'function') return api;
      const opener = look(place, 'opener');
      if (isWindow(opener)) origins.push(opener);
    }
  }
  return undefined;
}

/** As `findApi`, looking again for two seconds where the LMS may be slower than the page. */
export async function waitForApi(page: Neighbourhood, name: string, functionName: string, after: (ms: number, run: () => void) => void): Promise<ScormApi | undefined> {
  const isAlone = look(page, 'parent') === page && !isWindow(look(page, 'opener'));
  for (let looks = 1; ; looks += 1) {
    const api = findApi(page, name, functionName);
    if (api || isAlone || looks === LOOKS) return api;
    await new Promise<void>((resolve) => after(LOOK_AGAIN, resolve));
  }
}

/** Reading from a window of another origin throws. */
function look(place: object, name: string): unknown {
  try {
    return (place as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is ScormApi => typeof value === 'object' && value !== null;
const isWindow = (value: unknown): value is object => typeof value === 'object' && value !== null;
