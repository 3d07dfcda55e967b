import { countWords } from '../../quoted-text.ts';
import { textOfRuns } from '../runs.ts';
import type { Run } from '../text-writer.ts';
import type { Slide } from './read-slide.ts';
import type { SlideShape } from './slide-shapes.ts';
import { hasHeader, linesOfCell, readTable } from './slide-table.ts';
import { joinLines } from './slide-text.ts';
import type { SlideWriter } from './slide-writer.ts';
import type { DiagramBox } from './smart-art.ts';
import type { SizeJudge } from './text-sizes.ts';
import type { XmlElement } from '../office-open/parse-xml.ts';

/** Writes what one shape says; a group's members are written by whoever opens it. */
export function writeShape(writer: SlideWriter, { content }: SlideShape, slide: Slide, judge: SizeJudge): void {
  switch (content.type) {
    case 'text':
      writer.writeText(content.paragraphs, judge);
      break;
    case 'table':
      writeTable(writer, content.element, judge);
      break;
    case 'diagram':
      writeDiagram(writer, slide.diagrams.get(content.part) ?? []);
      break;
    case 'chart':
      writer.writeAside('title of a chart', () => { for (const { lines } of slide.chartTitles.get(content.part) ?? []) writer.writeParagraph(joinLines(lines)); });
      break;
  }
}

/** A table of one cell is a text box. */
function writeTable(writer: SlideWriter, element: XmlElement, judge: SizeJudge): void {
  const { rows, isFirstRowSetOff } = readTable(element, []);
  const [only, ...others] = rows.flat();
  if (only && others.length === 0) writer.writeText(only, judge);
  else writer.writeTable(rows.map((row) => row.map(linesOfCell)), (written) => hasHeader(written, isFirstRowSetOff));
}

const MAX_NAME_WORDS = 14;

/** Boxes that others hang on are drawn as their names, so that they are written as bold lines over a list. */
function writeDiagram(writer: SlideWriter, points: readonly DiagramBox[]): void {
  const hasNames = points.some(({ children }) => children.length > 0);
  for (const point of points) {
    const runs = runsOf(point);
    if (hasNames && countWords(textOfRuns(runs)) <= MAX_NAME_WORDS) {
      writer.writeParagraph(runs.map((run) => ({ ...run, isStrong: true })));
      writeItems(writer, point.children, 0);
    } else writeItems(writer, [point], 0);
  }
}

function writeItems(writer: SlideWriter, points: readonly DiagramBox[], depth: number): void {
  for (const point of points) {
    writer.writeItem({ kind: 'bullet', value: '' }, '•', runsOf(point), depth);
    writeItems(writer, point.children, depth + 1);
  }
}

function runsOf({ paragraphs }: DiagramBox): Run[] {
  return joinLines(paragraphs.flatMap(({ lines }) => lines));
}
