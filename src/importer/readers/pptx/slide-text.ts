import { canBeSeen } from '../runs.ts';
import { attributeOf, childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from '../office-open/parse-xml.ts';
import type { Run } from '../text-writer.ts';
import { writeCountedMark, type CountedMark } from './count-marks.ts';
import { readListStyle, readNumber, readParagraphStyle, readRunStyle, resolveStyle, type ListStyle } from './text-style.ts';

/** A line of a paragraph: all of it, unless line breaks part it. */
export interface SlideLine {
  runs: Run[];
  /** Of most of its letters, in hundredths of a point, as it is shown. */
  size: number;
}

export interface SlideParagraph {
  lines: SlideLine[];
  /** The bullet or number that the program draws before it. */
  mark: CountedMark | undefined;
  /** 0 to 8. */
  level: number;
  /** Where its text begins, in EMU. */
  margin: number;
  /** Nothing but the number of the slide or the date, which the program fills in. */
  field: 'slide number' | 'date' | undefined;
}

const BULLET: CountedMark = { marker: { kind: 'bullet', value: '' }, written: '•' };

/** Reads the paragraphs of a text body; `styles` say how they look where they don't say it themselves, nearest first. */
export function readSlideText(body: XmlElement, styles: readonly ListStyle[]): SlideParagraph[] {
  const places = [readListStyle(childNamed(body, 'a:lstStyle')), ...styles];
  const scale = readScale(childNamed(body, 'a:bodyPr'));
  const counts = new Counter();
  return childrenNamed(body, 'a:p').map((paragraph) => {
    const properties = childNamed(paragraph, 'a:pPr');
    const level = Math.min(8, Math.max(0, (properties && readNumber(properties, 'lvl')) ?? 0));
    const own = properties ? readParagraphStyle(properties) : {};
    const inherited = places.map((style) => style[level]);
    const style = resolveStyle([own, ...inherited]);
    const { lines, field } = readLines(paragraph, (runProperties) => {
      const run = resolveStyle([runProperties ? readRunStyle(runProperties) : {}, own, ...inherited]);
      return { isStrong: run.isBold, size: run.size * scale };
    });
    const isEmpty = !lines.some(({ runs }) => canBeSeen(runs));
    let mark: CountedMark | undefined;
    if (!isEmpty && style.bullet.type === 'counted') mark = writeCountedMark(style.bullet.scheme, counts.next(level, style.bullet.scheme, style.bullet.startAt));
    else if (!isEmpty) counts.stop(level);
    if (!isEmpty && style.bullet.type === 'bullet') mark = BULLET;
    return { lines, mark, level, margin: style.margin, field };
  });
}

/** Counts numbered paragraphs: on over deeper ones, anew after others of the same level. */
class Counter {
  readonly #levels: ({ scheme: string; startAt: number; last: number } | undefined)[] = [];

  next(level: number, scheme: string, startAt: number): number {
    const open = this.#levels[level];
    const last = open?.scheme === scheme && open.startAt === startAt ? open.last + 1 : startAt;
    this.#levels.length = level;
    this.#levels[level] = { scheme, startAt, last };
    return last;
  }

  stop(level: number): void {
    this.#levels.length = Math.min(this.#levels.length, level);
  }
}

/** How much the program has shrunk the text so that it fits its frame. */
function readScale(properties: XmlElement | undefined): number {
  const fit = properties && childNamed(properties, 'a:normAutofit');
  const written = fit && attributeOf(fit, 'fontScale');
  if (written === undefined) return 1;
  const share = written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written) / 100_000;
  return share > 0.1 && share <= 1 ? share : 1;
}

function readLines(paragraph: XmlElement, styleOf: (runProperties: XmlElement | undefined) => { isStrong: boolean; size: number }): Pick<SlideParagraph, 'lines' | 'field'> {
  const lines: { runs: Run[]; lettersOfSize: Map<number, number> }[] = [{ runs: [], lettersOfSize: new Map() }];
  const fields = new Set<SlideParagraph['field']>();
  for (const child of elementsOf(paragraph)) {
    if (child.name === 'a:pPr' || child.name === 'a:endParaRPr') continue;
    if (child.name === 'a:br') {
      lines.push({ runs: [], lettersOfSize: new Map() });
      continue;
    }
    // Formulas and the like have their text in elements of other names.
    const written = child.name === 'a:r' || child.name === 'a:fld' ? childrenNamed(child, 'a:t').map(textOf).join('') : textOf(child);
    if (!canBeSeen([{ text: written }]) && !/\s/.test(written)) continue;
    const { isStrong, size } = styleOf(childNamed(child, 'a:rPr'));
    if (written.trim() !== '') fields.add(child.name === 'a:fld' ? readField(attributeOf(child, 'type') ?? '') : undefined);
    for (const [at, text] of written.split('\v').entries()) {
      if (at > 0) lines.push({ runs: [], lettersOfSize: new Map() });
      const line = lines.at(-1);
      line?.runs.push({ text, isStrong });
      line?.lettersOfSize.set(size, (line.lettersOfSize.get(size) ?? 0) + text.trim().length);
    }
  }
  const [field] = fields.size === 1 ? fields : [];
  return { lines: lines.map(({ runs, lettersOfSize }) => ({ runs, size: [...lettersOfSize].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0 })), field };
}

function readField(type: string): SlideParagraph['field'] {
  if (type === 'slidenum') return 'slide number';
  return type.startsWith('datetime') ? 'date' : undefined;
}

/** All of a paragraph's lines as one, a space at each break. */
export function joinLines(lines: readonly SlideLine[]): Run[] {
  return lines.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: ' ' }, ...runs]));
}
