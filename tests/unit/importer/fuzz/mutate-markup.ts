import { placeIn, type Edit } from './mutate-bytes.ts';

const TOKEN = /<[^<>]*>|[^<]+|</g;
const VALUES = ['', '0', '1', '-1', '3', '9', '99999', 'true', 'false', 'rId1', 'Heading1', 'ListBullet', 'x'];

/**
 * Changes XML or HTML as documents differ that other programs made: elements dropped, doubled, moved and nested, attributes taken off or
 * set to other values, words put in and taken out. What comes out is well formed where what went in was.
 */
export function mutateMarkup(markup: string, { kind, at, to, length, put }: Edit): string {
  const tokens = markup.match(TOKEN) ?? [];
  const elements = findElements(tokens);
  const texts = [...tokens.keys()].filter((index) => !tokens[index]?.startsWith('<') && tokens[index]?.trim() !== '');
  const element = elements[placeIn(elements.length, at)];
  if (kind === 'insert' || kind === 'say' || kind === 'flip') {
    const index = texts[placeIn(texts.length, at)];
    if (index === undefined) return markup;
    const text = tokens[index] ?? '';
    const place = length % (text.length + 1);
    const said = put.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
    tokens[index] = kind === 'say' ? said : kind === 'flip' ? text.slice(place) : text.slice(0, place) + said + text.slice(place);
    return tokens.join('');
  }
  if (!element) return markup;
  const [open, close] = element;
  const inner = tokens.slice(open, close + 1).join('');
  const without = () => [tokens.slice(0, open).join(''), tokens.slice(close + 1).join('')] as const;
  switch (kind) {
    case 'cut':
      return without().join('');
    case 'repeat':
      return without().join(inner + inner);
    case 'swap':
    case 'nest': {
      const rest = elements.filter(([other, end]) => end < open || other > close);
      const target = rest[placeIn(rest.length, to)];
      if (!target) return markup;
      // Moved in front of the other element, or into it as its first child.
      const place = kind === 'swap' || target[0] === target[1] ? target[0] : target[0] + 1;
      return [...tokens.keys()].map((index) => (index === place ? inner : '') + (index >= open && index <= close ? '' : (tokens[index] ?? ''))).join('');
    }
    default:
      tokens[open] = changeAttribute(tokens[open] ?? '', kind === 'strip' ? undefined : (VALUES[to % VALUES.length] ?? ''), length);
      return tokens.join('');
  }
}

function changeAttribute(tag: string, value: string | undefined, which: number): string {
  const attributes = [...tag.matchAll(/\s[\w:.-]+="[^"]*"/g)].filter(([text]) => !text.trimStart().startsWith('xmlns'));
  const chosen = attributes[which % Math.max(1, attributes.length)];
  if (!chosen) return tag;
  const [text] = chosen;
  const changed = value === undefined ? '' : `${text.slice(0, text.indexOf('='))}="${value}"`;
  return tag.slice(0, chosen.index) + changed + tag.slice(chosen.index + text.length);
}

/** First and last token of every element but the outermost; a tag that nothing closes is an element by itself. */
function findElements(tokens: readonly string[]): [number, number][] {
  const elements: [number, number][] = [];
  const open: { name: string; at: number }[] = [];
  for (const [at, token] of tokens.entries()) {
    const tag = /^<(\/?)([\w:.-]+)[^<>]*?(\/?)>$/.exec(token);
    if (!tag) continue;
    const [, isEnd, name = '', isEmpty] = tag;
    if (isEmpty) elements.push([at, at]);
    else if (!isEnd) open.push({ name, at });
    else {
      const start = open.findLastIndex((each) => each.name === name);
      if (start < 0) continue;
      for (const unclosed of open.slice(start + 1)) elements.push([unclosed.at, unclosed.at]);
      if (start > 0) elements.push([open[start]?.at ?? at, at]);
      open.length = start;
    }
  }
  return elements.sort(([a], [b]) => a - b);
}
