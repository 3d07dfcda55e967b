import { readBody, type NamedEntry, type NamedPart, type Part } from './body.ts';
import { mergeContinued, mergeSummaries, toWords, type DraftElement, type Extraction, type ExtractionContext } from './draft-element.ts';
import { readNumberedName, trimLabel } from './heading-label.ts';
import { readItemStatements } from './item-tree.ts';
import { decideKind } from './kinds.ts';
import { areElements, holdsList, holdsNamedStandards, isKindHeading, readNameBelow, readNamedStatements, standsAlone } from './part-roles.ts';
import { isFormatted } from './outline.ts';
import { fromCells, fromSentences, type QuotedStatement } from './quoted-statement.ts';
import { countWords, type QuotedText } from './quoted-text.ts';
import type { Section } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { shorten } from './shorten.ts';
import { isBackMatter, isDuty, isDutyStem, isExplainer, isGroupHeading, isOwnDuty, isPlainDuty, isRationale, isTopic, readKind, readNamingStem } from './vocabulary.ts';

/** Finds the elements of a framework and their statements in the sections of a document, in reading order. */
export function extractElements(root: Section, context: ExtractionContext): Extraction {
  const extraction: Extraction = { elements: [], doubts: [], reasons: new Map() };
  const bodies = new Map<Section, Part[]>();
  const sections = listSections(root);
  for (const section of sections) bodies.set(section, readBody(section.body));
  const parentsOfLabel = new Map<string, Set<Section | undefined>>();
  for (const section of sections) {
    const key = toKey(section);
    if (section.children.length > 0 || section.parent?.heading === undefined || context.front.has(section.parent.heading)) continue;
    parentsOfLabel.set(key, (parentsOfLabel.get(key) ?? new Set()).add(section.parent));
  }
  const walker = new Walker(extraction, context, bodies, parentsOfLabel, isListDocument(sections, bodies));
  walker.visit(root, [], false);
  if (extraction.elements.length === 0) walker.takeAnything(sections);
  mergeContinued(extraction.elements);
  mergeSummaries(extraction.elements);
  return extraction;
}

class Walker {
  readonly #out: Extraction;
  readonly #context: ExtractionContext;
  readonly #bodies: ReadonlyMap<Section, Part[]>;
  readonly #parentsOfLabel: ReadonlyMap<string, ReadonlySet<Section | undefined>>;
  readonly #isListDocument: boolean;
  readonly #hasNumberedNames: boolean;
  /** Labels of the elements found, and of the headings they stand under. */
  readonly #labels = new Set<QuotedText>();
  readonly #partLabels = new Set<QuotedText>();

  constructor(out: Extraction, context: ExtractionContext, bodies: ReadonlyMap<Section, Part[]>, parentsOfLabel: ReadonlyMap<string, ReadonlySet<Section | undefined>>, isListOfStatements: boolean) {
    this.#out = out;
    this.#context = context;
    this.#bodies = bodies;
    this.#parentsOfLabel = parentsOfLabel;
    this.#isListDocument = isListOfStatements;
    this.#hasNumberedNames = [...bodies.keys()].filter((section) => section.label?.word !== undefined).length >= 2;
  }

  visit(section: Section, above: readonly QuotedText[], isInExplainer: boolean): void {
    const label = section.label?.label.text ?? '';
    const isFront = section.heading === undefined || this.#context.front.has(section.heading);
    const explains = !isFront && ((isExplainer(label) && !this.#isPractice(section)) || (isInExplainer && this.#staysExplainer(section)));
    if (explains) this.#leaveOut(section, `text about the document rather than practice ("${shorten(section.heading?.content.text ?? label)}")`);
    const groups = explains || isFront ? [] : section.children.filter((child) => this.#isGroup(child, section));
    if (!explains) this.#takeSection(section, above, groups);
    const below = isFront || explains || section.label === undefined || !this.#isHeadOfPart(section) ? above : [section.label.label, ...above];
    let pending: QuotedText | undefined;
    for (const child of section.children) {
      if (groups.includes(child)) continue;
      const startsPart = readKind(child.label?.label.text ?? '') !== undefined && child.label?.number === undefined;
      this.visit(child, pending && !startsPart ? [pending, ...below] : below, explains);
      pending = this.#asPendingSection(child, pending);
    }
  }

  /** A heading whose level is a guess stands over others only where it holds nothing itself or names what they are. */
  #isHeadOfPart(section: Section): boolean {
    if (section.label?.label.text.endsWith('?') && !(section.heading && isFormatted(section.heading))) return false;
    return (section.heading !== undefined && isFormatted(section.heading)) || readKind(section.label?.label.text ?? '') !== undefined || section.body.length === 0 || (section.label !== undefined && this.#labels.has(section.label.label));
  }

  /** An empty heading stands over the headings of its own level that follow, until the next that holds something of its own. */
  #asPendingSection(section: Section, pending: QuotedText | undefined): QuotedText | undefined {
    const label = section.label?.label;
    if (!label || !section.heading || this.#context.front.has(section.heading)) return pending;
    if (section.children.some((child) => child.body.length > 0 || child.children.length > 0) || isExplainer(label.text)) return undefined;
    const isTaken = this.#labels.has(label);
    if (isTaken || isGroupHeading(label.text) || label.text.endsWith('?')) return pending;
    if (this.#partLabels.has(label)) return undefined;
    const names = readKind(label.text) !== undefined;
    if (section.body.length > (names ? 1 : 0)) return pending;
    return names || section.heading.evidence !== 'bare' ? label : pending;
  }

  /** Under an introduction, headings stay part of it unless they are plainly a standard of their own. */
  #staysExplainer(section: Section): boolean {
    if (section.label?.word !== undefined && readKind(section.label.word) !== undefined) return false;
    const parts = this.#bodies.get(section) ?? [];
    if (section.heading && isFormatted(section.heading)) return !parts.some((part) => part.type === 'list' && part.stem !== undefined && isDutyStem(part.stem.text));
    return !parts.some(holdsList);
  }

  /** "Standard 1: Contact" is a standard, and "Information" over "You can expect us to:" is practice too. */
  #isPractice(section: Section): boolean {
    const { label } = section;
    if (label?.word !== undefined && readKind(label.word) !== undefined) return true;
    if (!isBackMatter(label?.label.text ?? '') && (this.#bodies.get(section) ?? []).some(holdsNamedStandards)) return true;
    if (isTopic(label?.label.text ?? '') && isKindHeading(section.parent?.label?.label.text ?? '')) return true;
    return isTopic(label?.label.text ?? '') && (this.#bodies.get(section) ?? []).some((part) => part.type === 'list' && ((part.stem !== undefined && isDutyStem(part.stem.text)) || (part.items.length >= 2 && part.items.every(({ content }) => isOwnDuty(content.text)))));
  }

  #isGroup(section: Section, parent: Section): boolean {
    const label = section.label?.label.text ?? '';
    if (section.label?.number !== undefined || section.children.length > 0 || parent.heading === undefined) return false;
    const parents = this.#parentsOfLabel.get(toKey(section))?.size ?? 0;
    const isShared = parents >= (isGroupHeading(label) || isRationale(label) ? 2 : 3);
    if (isRationale(label)) return parent.label?.word !== undefined || isShared || parent.children.some((other) => other !== section && isGroupHeading(other.label?.label.text ?? ''));
    if (!isGroupHeading(label) && !isShared) return false;
    return isShared || parent.label?.number !== undefined || (readKind(parent.label?.label.text ?? '') === undefined && parent.children.every((other) => isGroupHeading(other.label?.label.text ?? '') || isRationale(other.label?.label.text ?? '')));
  }

  #takeSection(section: Section, above: readonly QuotedText[], groups: readonly Section[]): void {
    const parts = this.#bodies.get(section) ?? [];
    const { heading } = section;
    if (!heading || !section.label || this.#context.front.has(heading)) {
      this.#takeLoose(section, parts, above);
      return;
    }
    const { number, word } = section.label;
    const named = section.label.isBareNumber ? readNameBelow(parts) : undefined;
    const label = named?.label ?? section.label.label;
    const isNumbered = word !== undefined || number !== undefined;
    const element: DraftElement = this.#draft({ label, headings: [heading.content, ...(named ? [named.quote] : [])], word, number, sections: above, line: heading.line, evidence: heading.evidence });
    const inner: DraftElement[] = [];
    const inside = section.children.filter((child) => !groups.includes(child) && !isExplainer(child.label?.label.text ?? ''));
    const isContainer = inside.length > 0;
    this.#fill(element, named ? parts.slice(1) : parts, inner, { isNumbered, isContainer, above: [label, ...above] });
    for (const group of groups) this.#takeGroup(element, group);
    const [only] = inner;
    if (only && inner.length === 1 && only.evidence === 'lead-in' && element.statements.length === 0) only.description.push(...element.description);
    if (element.statements.length === 0) {
      element.description = [];
      // Levels that a conversion got wrong put one standard under the one before it; a part has two or more.
      this.#takeProse(element, named ? parts.slice(1) : parts, { isNumbered, isContainer: inside.length > 1 || (isContainer && !this.#asksMostly(parts)) });
    }
    if (element.statements.length === 0 && inner.length === 0 && !isContainer && parts.length === 0) this.#takeBodiless(element, section);
    if (element.statements.length > 0) this.#push(element);
    else this.#out.reasons.set(heading, inner.length > 0 || isContainer ? 'heading of a part' : 'heading with no statement under it');
    for (const child of inner) this.#push(child);
  }

  /** Takes the lists, tables and named things of a section: statements of the section's element, or elements of their own. */
  #fill(element: DraftElement, parts: readonly Part[], inner: DraftElement[], { isNumbered, isContainer, above }: { isNumbered: boolean; isContainer: boolean; above: readonly QuotedText[] }): void {
    let hasList = false;
    const ownStems = parts.filter((part) => part.type === 'list' && part.stem && standsAlone(part.stem.text)).length;
    for (const part of parts) {
      if (part.type === 'list') {
        const naming = part.stem && !isNumbered ? readNamingStem(part.stem.text) : undefined;
        const isOwn = part.stem !== undefined && !isNumbered && (standsAlone(part.stem.text) && (ownStems >= 2 || isContainer));
        if (part.stem && (isOwn || (naming !== undefined && (isContainer || toWords(naming) !== toWords(element.label.text)) && !isKindHeading(element.label.text)))) {
          inner.push(this.#fromStem(part.stem, naming, readItemStatements(part.items, []), above, part.line));
        } else {
          element.statements.push(...readItemStatements(part.items, part.stem ? [part.stem] : []));
          hasList = true;
        }
      } else if (part.type === 'rows') {
        element.statements.push(...fromCells(part.statements));
        hasList = true;
      } else if (part.type === 'named') {
        if (areElements(part, element.label.text, isNumbered)) {
          for (const entry of part.entries) inner.push(this.#fromEntry(entry, part, above));
        } else element.statements.push(...readNamedStatements(part));
        hasList = true;
      } else if (hasList && element.statements.length > 0) {
        element.statements.push(...fromSentences(part.quote).filter(({ quote }) => isPlainDuty(quote.text)));
      } else element.description.push(part.quote);
    }
  }

  #takeGroup(element: DraftElement, group: Section): void {
    const parts = this.#bodies.get(group) ?? [];
    const { heading, label } = group;
    if (!heading || !label) return;
    if (isRationale(label.label.text)) {
      for (const part of parts) if (part.type === 'prose') element.description.push(part.quote);
      this.#leaveOut(group, `reasons or further reading under "${shorten(element.label.text)}"`);
      return;
    }
    const inside: DraftElement = this.#draft({ label: element.label, headings: [], sections: [], line: heading.line, evidence: heading.evidence, word: undefined, number: undefined });
    this.#fill(inside, parts, [], { isNumbered: true, isContainer: false, above: [] });
    if (inside.statements.length === 0) {
      for (const part of parts) if (part.type === 'prose') inside.statements.push(...fromSentences(part.quote));
    }
    element.statements.push(...inside.statements.map((statement) => ({ ...statement, stems: [heading.content, ...statement.stems] })));
    if (inside.statements.length === 0) this.#out.reasons.set(heading, 'heading with no statement under it');
  }

  #asksMostly(parts: readonly Part[]): boolean {
    const sentences = parts.flatMap((part) => (part.type === 'prose' ? splitSentences(part.quote) : []));
    return sentences.length >= 2 && sentences.filter(({ text }) => isOwnDuty(text)).length >= sentences.length / 2;
  }

  #takeProse(element: DraftElement, parts: readonly Part[], { isNumbered, isContainer }: { isNumbered: boolean; isContainer: boolean }): void {
    if (isContainer || parts.some((part) => part.type !== 'prose')) return;
    const prose = parts.filter((part) => part.type === 'prose').filter(({ quote }) => !/^(?:our |the )?(?:mission|vision)\b[^.]{0,30}:/i.test(quote.text));
    const sentences = prose.flatMap(({ quote }) => splitSentences(quote)).filter(({ text }) => countWords(text) >= 3 && !text.endsWith(':'));
    const duties = sentences.filter(({ text }) => (this.#isListDocument ? isOwnDuty(text) : isDuty(text))).length;
    if (sentences.length === 0) return;
    const share = duties / sentences.length;
    const isWeak = element.evidence === 'bare' || element.evidence === 'bold';
    // Beside standards that are numbered as such, prose without a number is their introduction unless most of it says what people do.
    const [above] = element.sections;
    // Under "Our principles" a name with prose is a principle, whatever the prose says.
    const enough = isNumbered || (above && isKindHeading(above.text)) ? 0 : this.#isListDocument ? (this.#hasNumberedNames ? 0.6 : 0.5) : isWeak || this.#hasNumberedNames ? 0.25 : 0;
    if (share < enough || (enough > 0 && duties === 0)) {
      if (duties > 0) this.#doubt(element.line, element.label.text, 'prose that is mostly not about what people do; left out, look whether it holds statements');
      return;
    }
    if (this.#isListDocument || share < 0.3) this.#doubt(element.line, element.label.text, 'read as an element because of its prose alone; each sentence became a statement');
    element.statements.push(...sentences.map((quote): QuotedStatement => ({ quote, stems: [], origin: 'sentence' })));
  }

  /** "Standard 4: We visit every week." with nothing under it is its own statement. */
  #takeBodiless(element: DraftElement, section: Section): void {
    const word = section.label?.word;
    if (word === undefined || section.label?.isBareNumber || countWords(element.label.text) < 4) return;
    element.statements.push({ quote: element.label, stems: [], origin: 'heading' });
    this.#doubt(element.line, element.label.text, 'a numbered line with nothing under it; read as an element whose only statement is the line itself');
  }

  /** What stands under no heading, or under the document's title: only what has a name or a lead-in of its own. */
  #takeLoose(section: Section, parts: readonly Part[], above: readonly QuotedText[]): void {
    for (const part of parts) {
      if (part.type === 'named' && (part.evidence === 'table' || part.evidence === 'definition' || part.entries.length >= 3 || part.evidence === 'bold')) {
        for (const entry of part.entries) this.#push(this.#fromEntry(entry, part, above));
      } else if (part.type === 'list' && part.stem && (standsAlone(part.stem.text) || readNamingStem(part.stem.text) !== undefined)) {
        this.#push(this.#fromStem(part.stem, readNamingStem(part.stem.text), readItemStatements(part.items, []), above, part.line));
      }
    }
    this.#takeTitleList(section, parts, above);
    for (const block of section.body) if (block.type === 'paragraph' || block.type === 'item') this.#out.reasons.set(block, 'stands before the first heading or under the title alone');
  }

  /** A table of statements, or a list of duties, that stands right under the document's title. */
  #takeTitleList(section: Section, parts: readonly Part[], above: readonly QuotedText[]): void {
    const label = section.label?.label ?? this.#context.title;
    const element = this.#draft({ label, headings: section.heading ? [section.heading.content] : [], sections: above, line: section.heading?.line ?? 1, evidence: 'bare', word: undefined, number: undefined });
    for (const part of parts) {
      if (part.type === 'rows') element.statements.push(...fromCells(part.statements));
      if (part.type !== 'list' || (part.stem && (standsAlone(part.stem.text) || readNamingStem(part.stem.text) !== undefined))) continue;
      const statements = readItemStatements(part.items, part.stem ? [part.stem] : []);
      const duties = statements.filter(({ quote }) => isDuty(part.stem ? `${part.stem.text} ${quote.text}` : quote.text)).length;
      if (duties >= statements.length * 0.5) element.statements.push(...statements);
    }
    this.#push(element);
  }

  #fromStem(stem: QuotedText, naming: string | undefined, statements: QuotedStatement[], above: readonly QuotedText[], line: number): DraftElement {
    const whole = trimLabel(stem);
    const label = naming !== undefined && whole.text.startsWith(naming) ? sliceTo(whole, naming.length) : whole;
    const element = this.#draft({ label, headings: [stem], sections: above, line, evidence: 'lead-in', word: undefined, number: undefined });
    element.statements.push(...statements);
    return element;
  }

  #fromEntry(entry: NamedEntry, part: NamedPart, above: readonly QuotedText[]): DraftElement {
    const named = entry.number === undefined ? readNumberedName(entry.label) : undefined;
    const element = this.#draft({ label: named?.label ?? trimLabel(entry.label), headings: [entry.label], sections: above, line: entry.line, evidence: entry.isCut ? 'opening' : part.evidence, word: named?.word, number: entry.number ?? named?.number });
    this.#fill(element, entry.parts, [], { isNumbered: true, isContainer: false, above: [] });
    if (element.statements.length === 0) {
      element.description = [];
      for (const inner of entry.parts) if (inner.type === 'prose') element.statements.push(...fromSentences(inner.quote));
    }
    return element;
  }

  #draft({ label, headings, sections, line, evidence, word, number }: { label: QuotedText; headings: readonly QuotedText[]; sections: readonly QuotedText[]; line: number; evidence: DraftElement['evidence']; word: string | undefined; number: string | undefined }): DraftElement {
    return { label, headings, kind: this.#context.fallbackKind, word, sections, description: [], statements: [], line, evidence, ...(number === undefined ? {} : { number }) };
  }

  #push(found: DraftElement): void {
    const element = { ...found, statements: found.statements.filter(({ quote }) => /\p{L}/u.test(quote.text)) };
    if (element.statements.length === 0 || element.label.text === '') return;
    const stems = element.statements.every(({ stems: own }) => own.length > 0) ? element.statements.map(({ stems: own }) => own.map(({ text }) => text).join(' ')) : [];
    const kind = decideKind({ word: element.word, label: element.label.text, stems, sections: element.sections.map(({ text }) => text), fallback: element.kind });
    this.#labels.add(element.label);
    if (element.sections[0]) this.#partLabels.add(element.sections[0]);
    this.#out.elements.push({ ...element, kind });
    if (element.label.starts.length === 0) this.#doubt(element.line, element.label.text, 'the document has no heading, so the element is named after the file');
    else if (element.evidence === 'bare') this.#doubt(element.line, element.label.text, 'read as an element because a short line of its own is followed by its statements; the document doesn’t mark it as a heading');
    if (element.evidence === 'opening') this.#doubt(element.line, element.label.text, 'the name was cut off where the sentence seems to begin');
  }

  /** A document without any element that the rules know: its lists, or else its prose, under its title. */
  takeAnything(sections: readonly Section[]): void {
    const usable = sections.filter((section) => section.heading === undefined || !isExplainer(section.label?.label.text ?? ''));
    for (const wanted of ['list', 'prose'] as const) {
      for (const section of usable) {
        const label = section.label?.label ?? this.#context.title;
        const line = section.heading?.line ?? section.body[0]?.line ?? 1;
        const element = this.#draft({ label, headings: section.heading ? [section.heading.content] : [], sections: [], line, evidence: 'bare', word: undefined, number: undefined });
        for (const part of this.#bodies.get(section) ?? []) {
          if (wanted === 'list' && part.type === 'list') element.statements.push(...readItemStatements(part.items, part.stem ? [part.stem] : []));
          if (wanted === 'list' && part.type === 'rows') element.statements.push(...fromCells(part.statements));
          if (wanted === 'list' && part.type === 'named') element.statements.push(...readNamedStatements(part));
          if (wanted === 'prose' && part.type === 'prose') element.statements.push(...fromSentences(part.quote).filter(({ quote }) => isDuty(quote.text)));
        }
        this.#push(element);
      }
      if (this.#out.elements.length > 0) return;
    }
  }

  #leaveOut(section: Section, reason: string): void {
    if (section.heading) this.#out.reasons.set(section.heading, reason);
    for (const block of section.body) this.#out.reasons.set(block, reason);
  }

  #doubt(line: number, text: string, reason: string): void {
    this.#out.doubts.push({ line, text: shorten(text), reason });
  }
}

/** Whether a document says most of what it asks in lists rather than in prose. */
function isListDocument(sections: readonly Section[], bodies: ReadonlyMap<Section, Part[]>): boolean {
  const content = sections.filter((section) => section.heading && !isExplainer(section.label?.label.text ?? '') && (bodies.get(section) ?? []).length > 0);
  const withLists = content.filter((section) => (bodies.get(section) ?? []).some(holdsList)).length;
  return withLists >= Math.max(1, content.length * 0.3);
}

function listSections(root: Section): Section[] {
  const sections: Section[] = [];
  const waiting = [root];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    sections.push(section);
    waiting.push(...section.children.toReversed());
  }
  return sections;
}

function sliceTo(quote: QuotedText, length: number): QuotedText {
  return { text: quote.text.slice(0, length), starts: quote.starts.slice(0, length), ends: quote.ends.slice(0, length), strong: [] };
}

const toKey = (section: Section) => toWords(section.label?.label.text ?? '');
