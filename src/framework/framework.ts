import * as z from 'zod/mini';
import { PublishedIdSchema, StatementIdSchema } from './id-schemas.ts';

/** What a framework calls the thing that becomes a module. */
export const ELEMENT_KINDS = ['value', 'standard', 'principle', 'pillar', 'objective', 'belief', 'behaviour', 'quality-indicator'] as const;
export const ElementKindSchema = z.enum(ELEMENT_KINDS, { error: `Use one of: ${ELEMENT_KINDS.join(', ')}` });
export type ElementKind = z.output<typeof ElementKindSchema>;

const text = (what: string) => z.string({ error: `Write ${what}` }).check(z.trim(), z.minLength(1, `Write ${what}`));
const position = z.number().check(z.int(), z.gte(1));
const offset = z.number().check(z.int(), z.gte(0));

/** Where a quotation stands in the source document. One of `line`, `page`, `slide` counts from 1. */
export const SourcePlaceSchema = z.strictObject({
  line: z.optional(position),
  page: z.optional(position),
  slide: z.optional(position),
  /** UTF-16 offsets into the document's text, end exclusive: the slice holds the quotation with its markup. */
  start: offset,
  end: offset,
});
export type SourcePlace = z.output<typeof SourcePlaceSchema>;

/** One thing a framework asks of people, in its own words. */
export const PracticeStatementSchema = z.strictObject({
  id: StatementIdSchema,
  /** The document's own words: markup removed, white space collapsed, nothing else changed. */
  text: text('the statement in the document’s own words'),
  /** The lead-in that the text hangs on, such as "Foster carers will:". */
  stem: z.optional(z.string()),
  /** Who has the duty, where the stem or the text names somebody. */
  dutyHolder: z.optional(z.string()),
  /** Listed under "Not:" or "Avoid": something to avoid, never a duty. */
  isToAvoid: z.optional(z.boolean()),
  source: SourcePlaceSchema,
  /** When an edition last changed its words, as year-month-day: what was written for the former ones is to be read again. */
  reworded: z.optional(z.iso.date('Write the date as year-month-day, such as 2027-11-30')),
  themes: z._default(z.array(PublishedIdSchema).check(z.maxLength(3, 'A statement has at most three themes')), []),
});
export type PracticeStatement = z.output<typeof PracticeStatementSchema>;

/** A value, standard, principle and so on: every element becomes one learning module. */
export const ElementSchema = z.strictObject({
  id: PublishedIdSchema,
  kind: ElementKindSchema,
  label: text('the element’s name as the document has it'),
  number: z.optional(z.string()),
  /** The heading in the document that this element stands under. */
  section: z.optional(z.string()),
  /** The document's own introduction to the element, quoted. */
  description: z.optional(z.string()),
  statements: z.array(PracticeStatementSchema).check(z.minLength(1, 'An element needs at least one practice statement')),
});
export type Element = z.output<typeof ElementSchema>;

/** A statement that an edition left out. It keeps its id for good, so that no other gets it and old records can be read. */
export const WithdrawnStatementSchema = z.strictObject({
  id: StatementIdSchema,
  text: text('the words that the statement had'),
  /** The element that it stood in last, where its id names another. */
  element: z.optional(PublishedIdSchema),
  /** The label of the edition that left it out. */
  edition: z.optional(z.string()),
  /** The statement that says it now. */
  replacedBy: z.optional(StatementIdSchema),
});
export type WithdrawnStatement = z.output<typeof WithdrawnStatementSchema>;

/** An element that an edition left out. Its id stays taken, as that of a statement does. */
export const WithdrawnElementSchema = z.strictObject({
  id: PublishedIdSchema,
  label: text('the name that the element had'),
  edition: z.optional(z.string()),
  /** The element that holds most of its statements now. */
  replacedBy: z.optional(PublishedIdSchema),
});
export type WithdrawnElement = z.output<typeof WithdrawnElementSchema>;

/** What stands beside the frameworks in the academy's permanent addresses. */
const TAKEN_IDS: readonly string[] = ['scenarios', 'profile', 'good-practice'];

export const FrameworkSchema = z.strictObject({
  id: PublishedIdSchema.check(z.refine((id) => !TAKEN_IDS.includes(id), `Choose another id: ${TAKEN_IDS.join(', ')} are taken by the academy's own addresses`)),
  title: text('the framework’s title'),
  /** As the document names it; left out where the document doesn't. */
  publisher: z.optional(z.string()),
  edition: z._default(z.strictObject({ label: z.string(), date: z.optional(z.string()) }), { label: 'as received' }),
  /** File name under `source/`. */
  source: text('the file name of the source document'),
  elements: z.array(ElementSchema).check(z.minLength(1, 'A framework needs at least one element')),
  withdrawn: z.optional(z.array(WithdrawnStatementSchema)),
  withdrawnElements: z.optional(z.array(WithdrawnElementSchema)),
});
/** As a person or the importer writes it in `framework.yaml`. */
export type FrameworkInput = z.input<typeof FrameworkSchema>;
export type Framework = z.output<typeof FrameworkSchema>;

/** The provenance of a source document: `source/source.yaml`. */
export const SourceRecordSchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  publisher: z.optional(z.string()),
  /** As the document gives it; never guessed. */
  date: z.optional(z.string()),
  licence: z._default(z.string(), 'not stated'),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** The text that was read of a document that isn't text itself; the places of quotations count in it. */
  text: z.optional(z.strictObject({ file: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
});
export type SourceRecord = z.output<typeof SourceRecordSchema>;

/** Every statement of a framework, with the element it belongs to. */
export function listStatements(framework: Framework): { element: Element; statement: PracticeStatement }[] {
  return framework.elements.flatMap((element) => element.statements.map((statement) => ({ element, statement })));
}
