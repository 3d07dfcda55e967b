import validation from '@learninglocker/xapi-validation';

// The package is CommonJS: what it exports by default arrives inside a module or as it is.
const findWarnings = typeof validation === 'function' ? validation : (validation as { default: typeof validation }).default;

/** Everything that is wrong with a statement as JSON: what the validator of a real LRS finds, and what neither it nor LRSs look at. */
export function listStatementProblems(statement: unknown): string[] {
  const warnings = findWarnings(statement).map((warning) => JSON.stringify(warning));
  return [...warnings, ...listEmpty(statement, '$'), ...listBadIds(statement), ...listBadTimes(statement)];
}

function listEmpty(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [`${path} is ${String(value)}`];
  if (typeof value !== 'object') return value === '' ? [`${path} is empty`] : [];
  const inside = Object.entries(value);
  return inside.length === 0 ? [`${path} is empty`] : inside.flatMap(([name, inner]) => listEmpty(inner, `${path}.${name}`));
}

interface Interaction {
  object?: { definition?: Partial<Record<'choices' | 'source' | 'target', { id: string }[]>> };
}

function listBadIds(statement: unknown): string[] {
  const { choices = [], source = [], target = [] } = (statement as Interaction).object?.definition ?? {};
  return [choices, source, target].flatMap((components) => {
    const ids = components.map(({ id }) => id);
    return [...(new Set(ids).size < ids.length ? [`ids stand twice: ${ids.join(' ')}`] : []), ...ids.filter((id) => id === '' || /\s/.test(id)).map((id) => `"${id}" is empty or holds white space`)];
  });
}

function listBadTimes(statement: unknown): string[] {
  const { timestamp, result } = statement as { timestamp?: string; result?: { duration?: string } };
  return [
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(timestamp ?? '') ? [] : [`the timestamp ${timestamp} is not in UTC with milliseconds`]),
    ...(result?.duration === undefined || /^PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/.test(result.duration) ? [] : [`the duration ${result.duration} is not ISO 8601 with at most two decimals`]),
  ];
}
