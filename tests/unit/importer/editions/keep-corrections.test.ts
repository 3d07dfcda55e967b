import { describe, expect, test } from 'vitest';
import { FrameworkSchema, type Framework } from '../../../../src/framework/framework.ts';
import { isQuotedFrom } from '../../../../src/framework/quotation.ts';
import { toNextEdition } from '../../../../src/importer/editions/next-edition.ts';
import { importText } from '../import-text.ts';

const DOCUMENT = `# Our Values

## CARE

- We knock before we open a door, and we wait.
- We say who we are and why we came.
- Copies of this page hang in every office.

## Time

- We ring when we are late.
- We come back when it is hard.

Nobody waits alone in a corridor.
`;

const read = (text: string) => importText({ bytes: new TextEncoder().encode(text), fileName: 'our-values.md' });

/** The framework of the document above after a person has been over it, imported again from an edited document. */
function reimport(review: (framework: Framework) => Framework, edit: (document: string) => string) {
  const base = read(DOCUMENT).framework;
  const next = read(edit(DOCUMENT.replace('# Our Values\n', '# Our Values\n\nA note on this edition.\n')));
  const { result, changes } = toNextEdition(next, { framework: review(FrameworkSchema.parse(base)) }, { base });
  for (const { statements } of result.framework.elements) for (const statement of statements) expect(isQuotedFrom(next.documentText, statement), statement.text).toBe(true);
  expect(result.review.map(({ statements }) => statements.length)).toEqual(result.framework.elements.map(({ statements }) => statements.length));
  return { framework: result.framework, changes };
}

const onCare = (change: (element: Framework['elements'][number]) => Framework['elements'][number]) => (framework: Framework) => ({ ...framework, elements: framework.elements.map((element) => (element.id === 'care' ? change(element) : element)) });
const same = (document: string) => document;
const textsOf = (framework: { elements: readonly { label: string; statements: readonly { text: string }[] }[] }) => Object.fromEntries(framework.elements.map(({ label, statements }) => [label, statements.map(({ text }) => text)]));

describe('what a person corrected stands where the document did not change it', () => {
  test('a name, the title and the publisher', () => {
    const { framework, changes } = reimport((former) => onCare((element) => ({ ...element, label: 'Care' }))({ ...former, title: 'Values of Elm', publisher: 'Elm Council' }), same);
    expect(framework).toMatchObject({ title: 'Values of Elm', publisher: 'Elm Council', elements: [{ label: 'Care' }, { label: 'Time' }] });
    expect(changes).toMatchObject({ unchanged: 5, framework: [], elements: { changed: [] } });
  });

  test('a statement that was taken out', () => {
    const { framework, changes } = reimport(onCare((element) => ({ ...element, statements: element.statements.slice(0, 2) })), same);
    expect(textsOf(framework).CARE).toEqual(['We knock before we open a door, and we wait.', 'We say who we are and why we came.']);
    expect(changes).toMatchObject({ unchanged: 4, added: [] });
  });

  test('a statement that was cut shorter', () => {
    const text = 'We knock before we open a door';
    const shorten = onCare((element) => ({ ...element, statements: element.statements.map((statement, at) => (at === 0 ? { ...statement, text, source: { ...statement.source, end: statement.source.start + text.length } } : statement)) }));
    expect(textsOf(reimport(shorten, same).framework).CARE?.[0]).toBe(text);
  });

  test('a statement that was added from prose, and one moved to another element', () => {
    const text = 'Nobody waits alone in a corridor.';
    const start = DOCUMENT.indexOf(text);
    const { framework, changes } = reimport(({ elements: [care, time], ...former }) => {
      if (!care || !time) throw new Error('The document has two elements');
      const [late, ...rest] = time.statements;
      const prose = { id: 'our-values/time/3', text, source: { line: 15, start, end: start + text.length }, themes: [] };
      return { ...former, elements: [{ ...care, statements: [...care.statements, ...(late ? [late] : [])] }, { ...time, statements: [...rest, prose] }] };
    }, same);
    expect(textsOf(framework).Time).toEqual(['We come back when it is hard.', text]);
    expect(textsOf(framework).CARE?.at(-1)).toBe('We ring when we are late.');
    expect(framework.elements[1]?.statements[1]).toMatchObject({ id: 'our-values/time/3', source: { line: 17 } });
    expect(changes).toMatchObject({ unchanged: 6, moved: [], added: [], withdrawn: [] });
  });

  test('an element that a person made', () => {
    const { framework } = reimport(({ elements: [care, time], ...former }) => {
      if (!care || !time) throw new Error('The document has two elements');
      return { ...former, elements: [{ ...care, statements: care.statements.slice(0, 1) }, { ...care, id: 'names', label: 'Names', statements: care.statements.slice(1) }, time] };
    }, same);
    expect(framework.elements.map(({ id, statements }) => [id, statements.length])).toEqual([['care', 1], ['names', 2], ['time', 2]]);
  });
});

describe('the document counts where it changed', () => {
  test('a name that a person had corrected', () => {
    const { framework } = reimport(onCare((element) => ({ ...element, label: 'Care' })), (document) => document.replace('CARE', 'CARE AND COMFORT'));
    expect(framework.elements[0]).toMatchObject({ id: 'care', label: 'CARE AND COMFORT' });
  });

  test('a statement that moved in the document is not moved back', () => {
    const { framework, changes } = reimport((former) => former, (document) => document.replace('- We say who we are and why we came.\n', '').replace('- We ring when', '- We say who we are and why we came.\n- We ring when'));
    expect(textsOf(framework).Time?.[0]).toBe('We say who we are and why we came.');
    expect(changes.moved).toMatchObject([{ id: 'our-values/care/2' }]);
  });

  test('a statement that was reworded, though a person had cut it shorter', () => {
    const { framework } = reimport(onCare((element) => ({ ...element, statements: element.statements.map((statement, at) => (at === 0 ? { ...statement, text: 'We knock', source: { ...statement.source, end: statement.source.start + 8 } } : statement)) })), (document) => document.replace('We knock before', 'We always knock gently before'));
    expect(framework.elements[0]?.statements[0]).toMatchObject({ id: 'our-values/care/1', text: 'We always knock gently before we open a door, and we wait.' });
  });

  test('a statement that a person added and the document no longer has is withdrawn', () => {
    const text = 'Nobody waits alone in a corridor.';
    const { changes } = reimport(onCare((element) => ({ ...element, statements: [...element.statements, { id: 'our-values/care/4', text, source: { start: DOCUMENT.indexOf(text), end: DOCUMENT.indexOf(text) + text.length }, themes: [] }] })), (document) => document.replace(text, ''));
    expect(changes.withdrawn).toMatchObject([{ id: 'our-values/care/4' }]);
  });

  test('nothing comes twice where the importer finds today what a person had to add', () => {
    const { framework } = reimport(onCare((element) => ({ ...element, statements: [...element.statements, { id: 'our-values/care/4', text: 'Nobody waits alone in a corridor.', source: { start: DOCUMENT.indexOf('Nobody'), end: DOCUMENT.indexOf('Nobody') + 33 }, themes: [] }] })), (document) => document.replace('Nobody waits', '- Nobody waits').replace('hard.\n\n', 'hard.\n'));
    expect(Object.values(textsOf(framework)).flat().filter((text) => text.startsWith('Nobody'))).toHaveLength(1);
  });
});

test('the licence that a person looked up stays in the record of the source', () => {
  const base = read(DOCUMENT);
  const { result } = toNextEdition(read(`${DOCUMENT}\n`), { framework: FrameworkSchema.parse(base.framework), source: { ...base.source, licence: 'Open Government Licence' } }, { base: base.framework });
  expect(result.source.licence).toBe('Open Government Licence');
});
