/** What a person found in a document: its elements in order, each with the first words of its statements. */
export interface Truth {
  elements: readonly TruthElement[];
}

export interface TruthElement {
  label: string;
  statements: readonly string[];
  /** A reader could take it or leave it: it counts as right where it is imported, and not as missed where it isn't. */
  optional?: boolean;
  optional_statements?: readonly string[];
}

/** The part of an import that is scored. */
export interface Imported {
  elements: readonly { label: string; section?: string | undefined; statements: readonly { text: string }[] }[];
}

/** Hits and all of each measure, so that documents can be added up. */
export interface Score {
  elementRecall: Share;
  elementPrecision: Share;
  statementRecall: Share;
  statementPrecision: Share;
  /** Statements that begin where the document's begin, of those found. */
  segmentation: Share;
  /** What was missed and what was too much, in words. */
  notes: string[];
}

export interface Share {
  hits: number;
  all: number;
}

/**
 * Scores an import against the truth. An element is found where an imported one has its name, or a good part of its statements, and
 * holds at least one of them; a statement is found where its first words begin a sentence or line inside that element.
 */
export function scoreImport(truth: Truth, imported: Imported): Score {
  const mine = imported.elements.filter(({ statements }) => statements.length > 0).map((element) => ({ ...element, section: element.section ?? '', texts: element.statements.map(({ text }) => ({ whole: toPlain(text), beginnings: listBeginnings(text) })) }));
  const hits = (element: TruthElement, at: number) => element.statements.filter((anchor) => mine[at]?.texts.some(({ beginnings }) => beginnings.some((beginning) => startsWith(beginning, anchor)))).length;
  const speakersOf = (element: TruthElement) => {
    const label = toPlain(element.label);
    return mine
      .map((candidate, at) => {
        const own = toPlain(candidate.label);
        const isNamed = own === label || overlap(own, label) >= 0.6 || (label.length > 6 && (own.includes(label) || (own.length > 6 && label.includes(own)))) || overlap(`${candidate.section} ${candidate.label}`, element.label) >= 0.6 || overlap(candidate.section, element.label) >= 0.8;
        return { at, isNamed, count: hits(element, at) };
      })
      .filter(({ isNamed, count }) => count > 0 && (isNamed || count >= Math.max(2, element.statements.length * 0.5)))
      .sort((a, b) => b.count - a.count || Number(b.isNamed) - Number(a.isNamed));
  };

  const score: Score = { elementRecall: { hits: 0, all: 0 }, elementPrecision: { hits: 0, all: mine.length }, statementRecall: { hits: 0, all: 0 }, statementPrecision: { hits: 0, all: 0 }, segmentation: { hits: 0, all: 0 }, notes: [] };
  const ownersOf = new Map<number, TruthElement[]>();
  for (const element of truth.elements) {
    const speakers = speakersOf(element);
    for (const { at } of speakers) ownersOf.set(at, [...(ownersOf.get(at) ?? []), element]);
    if (element.optional) continue;
    score.elementRecall.all += 1;
    if (speakers.some(({ isNamed }) => isNamed) || speakers.length > 1) score.elementRecall.hits += 1;
    else score.notes.push(`missed element: ${element.label}`);
    for (const anchor of element.statements) {
      score.statementRecall.all += 1;
      const speaker = speakers.find(({ at }) => mine[at]?.texts.some(({ beginnings }) => beginnings.some((beginning) => startsWith(beginning, anchor))));
      if (!speaker) {
        score.notes.push(`missed statement under "${element.label}": ${anchor}`);
        continue;
      }
      score.statementRecall.hits += 1;
      score.segmentation.all += 1;
      if (mine[speaker.at]?.texts.some(({ whole }) => startsWith(whole, anchor))) score.segmentation.hits += 1;
    }
  }
  for (const [at, element] of mine.entries()) {
    const owners = ownersOf.get(at) ?? [];
    if (owners.length > 0) score.elementPrecision.hits += 1;
    else score.notes.push(`too much: element ${element.label} (${element.statements.length})`);
    for (const [index, { beginnings }] of element.texts.entries()) {
      score.statementPrecision.all += 1;
      const isRight = owners.some((owner) => owner.optional || [...owner.statements, ...(owner.optional_statements ?? [])].some((anchor) => beginnings.some((beginning) => startsWith(beginning, anchor))));
      if (isRight) score.statementPrecision.hits += 1;
      else if (owners.length > 0) score.notes.push(`too much: statement under "${element.label}": ${element.statements[index]?.text.slice(0, 60)}`);
    }
  }
  return score;
}

/** The scores of several documents as one: hits and all are added up. */
export function addScores(scores: readonly Score[]): Score {
  const add = (key: Exclude<keyof Score, 'notes'>): Share => ({ hits: scores.reduce((sum, score) => sum + score[key].hits, 0), all: scores.reduce((sum, score) => sum + score[key].all, 0) });
  return { elementRecall: add('elementRecall'), elementPrecision: add('elementPrecision'), statementRecall: add('statementRecall'), statementPrecision: add('statementPrecision'), segmentation: add('segmentation'), notes: scores.flatMap(({ notes }) => notes) };
}

/** The harmonic means of recall and precision. */
export function readF1({ elementRecall, elementPrecision, statementRecall, statementPrecision }: Score): { elements: number; statements: number } {
  return { elements: harmonicMean(toRatio(elementRecall), toRatio(elementPrecision)), statements: harmonicMean(toRatio(statementRecall), toRatio(statementPrecision)) };
}

export const toRatio = ({ hits, all }: Share) => (all === 0 ? 1 : hits / all);
const harmonicMean = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\(?=[^a-z0-9\s])/g, '')
    .replace(/<[^>]+>|[*_#>|]/g, ' ')
    .replace(/[‘’‛`]/g, "'")
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function overlap(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => new Set(toPlain(text).split(' ').filter(Boolean)));
  const shared = [...(first ?? [])].filter((word) => second?.has(word)).length;
  return shared / Math.max(1, (first?.size ?? 0) + (second?.size ?? 0) - shared);
}

/** Where a statement may begin inside a longer text: its start, a new line, a list mark, or after a full stop, colon or semicolon. */
function listBeginnings(text: string): string[] {
  const parts = text.split(/\n+|(?<=[.!?:;])\s+|(?:^|\s)[•·▪–—-]\s+|(?:^|\s)\(?[a-z0-9]{1,3}[.)]\s+/).filter(Boolean);
  return parts.map((_, at) => toPlain(parts.slice(at).join(' ')));
}

function startsWith(text: string, anchor: string): boolean {
  const wanted = toPlain(anchor);
  return wanted !== '' && (text === wanted || text.startsWith(`${wanted} `) || (wanted.split(' ').length >= 5 && text.startsWith(wanted)));
}
