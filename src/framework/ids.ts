/** Lower-case words joined by hyphens. Ids are permanent: they become addresses, activity IRIs and keys of learner records. */
const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names that Windows reserves: a folder of such a name can't be checked out there. */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const MAX_ID_LENGTH = 80;

/** Whether `text` can be an id of a framework, element, scenario, step, option, theme or ending. */
export function isPublishedId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && ID_PATTERN.test(text) && !RESERVED_NAME.test(text);
}

/**
 * Turns a label into an id: accents and apostrophes dropped, `&` read as "and", the rest joined by hyphens.
 * Cut at a word to `maxLength` characters. Falls back to `fallback` where no letter or digit is left.
 */
export function toId(label: string, { maxLength = 60, fallback = 'element' } = {}): string {
  const words = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'‘’`]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, maxLength) : `${id}-${word}`;
    if (longer.length > maxLength) break;
    id = longer;
  }
  if (id === '') return fallback;
  return RESERVED_NAME.test(id) ? `${fallback}-${id}` : id;
}

/** `<framework>/<element>/<n>` taken apart, or `undefined` where the text is not such an id. */
export function parseStatementId(id: string): { framework: string; element: string; number: number } | undefined {
  const [framework = '', element = '', number = '', ...rest] = id.split('/');
  const isWellFormed = rest.length === 0 && isPublishedId(framework) && isPublishedId(element) && /^[1-9]\d{0,3}$/.test(number);
  return isWellFormed ? { framework, element, number: Number(number) } : undefined;
}
