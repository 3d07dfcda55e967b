import { attributeOf, childNamed, childrenNamed, descend, type XmlElement } from '../office-open/parse-xml.ts';
import { readParagraphFormat, readRunFormat, type ParagraphFormat, type RunFormat } from './formats.ts';
import { valueOf } from './measure.ts';

interface Style {
  id: string;
  name: string;
  basedOn: string | undefined;
  paragraph: ParagraphFormat;
  run: RunFormat;
}

/** A style with all that it has from those it is based on. */
export interface ResolvedStyle {
  /** Ids of the style and of those it is based on, itself first. */
  ids: readonly string[];
  /** Their names in lower case, in the same order. Word writes the English names of its own styles in every language. */
  names: readonly string[];
  paragraph: ParagraphFormat;
  run: RunFormat;
}

/** The styles of a document (ECMA-376 Part 1, 17.7). */
export interface StyleSheet {
  /** The paragraph style of this id, or the one that paragraphs have where they name none. */
  resolveParagraph: (id: string | undefined) => ResolvedStyle;
  /** The character style of this id; nothing where there is none. */
  resolveRun: (id: string | undefined) => ResolvedStyle;
  /** The list that a numbering style names, for lists that are kept as a style. */
  numberingOf: (id: string) => string | undefined;
}

const NOTHING: ResolvedStyle = { ids: [], names: [], paragraph: {}, run: {} };

/** Reads `word/styles.xml`; a document without it has Word's plainest look. */
export function readStyles(root: XmlElement | undefined): StyleSheet {
  const styles = new Map<string, Style>();
  let plainId: string | undefined;
  for (const element of root ? childrenNamed(root, 'w:style') : []) {
    const id = attributeOf(element, 'w:styleId');
    if (id === undefined) continue;
    styles.set(id, {
      id,
      name: (valueOf(element, 'w:name') ?? id).toLowerCase(),
      basedOn: valueOf(element, 'w:basedOn'),
      paragraph: readParagraphFormat(childNamed(element, 'w:pPr')),
      run: readRunFormat(childNamed(element, 'w:rPr')),
    });
    if (attributeOf(element, 'w:type') === 'paragraph' && /^(?:1|true|on)$/.test(attributeOf(element, 'w:default') ?? '')) plainId = id;
  }
  const defaults = root && childNamed(root, 'w:docDefaults');
  const plain: ResolvedStyle = {
    ...NOTHING,
    paragraph: readParagraphFormat(defaults && descend(defaults, 'w:pPrDefault', 'w:pPr')),
    run: { size: 20, ...readRunFormat(defaults && descend(defaults, 'w:rPrDefault', 'w:rPr')) },
  };
  const resolved = new Map<string, ResolvedStyle>();
  const resolve = (id: string, base: ResolvedStyle): ResolvedStyle => {
    const chain = chainOf(styles, id);
    return chain.reduceRight(
      (below, style) => ({ ids: [style.id, ...below.ids], names: [style.name, ...below.names], paragraph: { ...below.paragraph, ...style.paragraph }, run: { ...below.run, ...style.run } }),
      base,
    );
  };
  const resolveOnce = (kind: string, id: string, base: ResolvedStyle): ResolvedStyle => {
    const key = `${kind} ${id}`;
    const found = resolved.get(key) ?? resolve(id, base);
    resolved.set(key, found);
    return found;
  };
  return {
    resolveParagraph: (id) => {
      const known = id !== undefined && styles.has(id) ? id : plainId;
      const style = known === undefined ? plain : resolveOnce('paragraph', known, plain);
      // A style that the document names and doesn't define still says by its name what it is.
      return id !== undefined && known !== id ? { ...style, ids: [id, ...style.ids], names: [id.toLowerCase().replace(/(?<=\p{L})(?=\d)/gu, ' '), ...style.names] } : style;
    },
    resolveRun: (id) => (id === undefined || !styles.has(id) ? NOTHING : resolveOnce('run', id, NOTHING)),
    numberingOf: (id) => styles.get(id)?.paragraph.numberingId,
  };
}

/** The style and those it is based on; a ring of styles ends where it closes. */
function chainOf(styles: ReadonlyMap<string, Style>, id: string): Style[] {
  const chain: Style[] = [];
  for (let style = styles.get(id); style && !chain.includes(style) && chain.length < 50; style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)) chain.push(style);
  return chain;
}

/**
 * What a run's letters look like: its own word counts most, then its character style, then the paragraph's. Bold in both styles cancels out, as a
 * strong word in a bold heading does (17.7.3).
 */
export function resolveRunFormat(properties: XmlElement | undefined, paragraph: RunFormat, styles: StyleSheet): RunFormat {
  if (!properties) return paragraph;
  const direct = readRunFormat(properties);
  const character = styles.resolveRun(valueOf(properties, 'w:rStyle')).run;
  const toggle = (own: boolean | undefined, style: boolean | undefined, below: boolean | undefined) => own ?? ((style ?? false) !== (below ?? false));
  const size = direct.size ?? character.size ?? paragraph.size;
  return {
    isStrong: toggle(direct.isStrong, character.isStrong, paragraph.isStrong),
    isHidden: toggle(direct.isHidden, character.isHidden, paragraph.isHidden),
    ...(size === undefined ? {} : { size }),
  };
}
