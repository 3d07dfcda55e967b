import type { OfficePackage } from '../office-open/open-package.ts';
import { attributeOf, childNamed, descend, type XmlElement } from '../office-open/parse-xml.ts';
import { refuseDamaged } from '../refuse.ts';
import type { Presentation } from './presentation.ts';
import { readRemarks, type Remark } from './remarks.ts';
import { createDesignReader } from './slide-design.ts';
import { readShapes, type SlideShape } from './slide-shapes.ts';
import { readDiagramBoxes, type DiagramBox } from './smart-art.ts';
import { readSlideText, type SlideParagraph } from './slide-text.ts';

/** A slide as it was found, before anything is decided about it. */
export interface Slide {
  isHidden: boolean;
  layoutType: string;
  shapes: SlideShape[];
  /** What diagrams and charts say, by the name of their part. */
  diagrams: ReadonlyMap<string, DiagramBox[]>;
  chartTitles: ReadonlyMap<string, SlideParagraph[]>;
  remarks: Remark[];
}

/** Reads all slides, with the parts that they draw in. */
export async function readSlides(pack: OfficePackage, presentation: Presentation, file: string): Promise<Slide[]> {
  const readDesign = createDesignReader(pack, presentation.plainStyle);
  const slides: Slide[] = [];
  for (const [at, part] of presentation.slideParts.entries()) {
    const root = await pack.readXml(part);
    const tree = root && descend(root, 'p:cSld', 'p:spTree');
    if (!tree) return refuseDamaged(file, `its slide ${at + 1} is missing`);
    const design = await readDesign(part);
    const related = await pack.readRelationships(part);
    const shapes = readShapes(tree, design, related);
    const diagrams = new Map<string, DiagramBox[]>();
    const chartTitles = new Map<string, SlideParagraph[]>();
    for (const { content } of shapes.flatMap(flatten)) {
      if (content.type === 'diagram') diagrams.set(content.part, await readPart(pack, content.part, (model) => readDiagramBoxes(model, design.plainStyles)));
      if (content.type === 'chart') chartTitles.set(content.part, await readPart(pack, content.part, readChartTitle));
    }
    const isHidden = /^(?:0|false)$/.test(attributeOf(root, 'show') ?? '');
    slides.push({ isHidden, layoutType: design.layoutType, shapes, diagrams, chartTitles, remarks: await readRemarks(pack, [...related.values()]) });
  }
  return slides;
}

/** A shape, or all the shapes inside a group. */
export function flatten(shape: SlideShape): SlideShape[] {
  return shape.content.type === 'group' ? [shape, ...shape.content.shapes.flatMap(flatten)] : [shape];
}

async function readPart<Found>(pack: OfficePackage, part: string, read: (root: XmlElement) => Found[]): Promise<Found[]> {
  const root = await pack.readXml(part);
  return root ? read(root) : [];
}

function readChartTitle(root: XmlElement): SlideParagraph[] {
  const title = descend(root, 'c:chart', 'c:title', 'c:tx', 'c:rich');
  return title && childNamed(title, 'a:p') ? readSlideText(title, []) : [];
}
