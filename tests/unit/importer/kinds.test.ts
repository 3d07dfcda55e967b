import { describe, expect, test } from 'vitest';
import type { ElementKind } from '../../../src/framework/framework.ts';
import { decideKind, findPrevailingKind } from '../../../src/importer/kinds.ts';
import { readKind, readLabelledStart } from '../../../src/importer/vocabulary.ts';

/** A kind that a case cannot get by chance. */
const anyBut = (kind: ElementKind): ElementKind => (kind === 'belief' ? 'value' : 'belief');
const kindOf = (label: string, { word, stems = [], sections = [], fallback = 'standard' }: { word?: string | undefined; stems?: string[]; sections?: string[]; fallback?: ElementKind } = {}) => decideKind({ word, label, stems, sections, fallback });

describe('a numbered part is what its word says', () => {
  test.each<[string, ElementKind]>([
    ['Value 1: Care', 'value'],
    ['Principle Two – Play', 'principle'],
    ['Pillar 3: Home', 'pillar'],
    ['Belief 1: Everyone can learn', 'belief'],
    ['Behaviour 4: We ask', 'behaviour'],
    ['Indicator 2: Visits', 'quality-indicator'],
    ['KPI 2: Visits', 'quality-indicator'],
    ['Standard 3: Contact', 'standard'],
    ['Objective 1: Safety', 'objective'],
    ['Outcome 1: Safety', 'objective'],
    ['Aim 1: Safety', 'objective'],
    ['Goal 1: Safety', 'objective'],
    ['Priority 1: Safety', 'objective'],
    ['Commitment 1: We ring back', 'standard'],
    ['Pledge 1: We ring back', 'standard'],
    ['Promise 1: We ring back', 'standard'],
    ['Expectation 1: Visits', 'standard'],
    ['Requirement 1: Visits', 'standard'],
    ['Capability 1: Talking', 'standard'],
    ['Competence 1: Talking', 'standard'],
    ['Quality statement 1: Talking', 'standard'],
  ])('%s is a %s', (line, kind) => {
    const start = readLabelledStart(line);
    expect(start).toBeDefined();
    expect(kindOf(line.slice(start?.restAt), { word: start?.word, fallback: anyBut(kind) })).toBe(kind);
  });

  test.each(['Theme A: Talk', 'Domain 2: Talk', 'Area 3: Talk', 'Strand 1: Talk', 'Step 1: Talk', 'Section 2: Talk'])('%s says nothing of a kind, so the document’s own word decides', (line) => {
    const start = readLabelledStart(line);
    expect(kindOf('Talk', { word: start?.word, fallback: 'value' })).toBe('value');
    expect(kindOf('Talk', { word: start?.word, sections: ['Our principles'] })).toBe('principle');
  });

  test('the word goes before the heading above', () => expect(kindOf('Care', { word: 'outcome', sections: ['Our values'] })).toBe('objective'));
});

const HEADINGS: [string, ElementKind][] = [
  ['Our values', 'value'],
  ['Values and principles', 'value'],
  ['Principles and values', 'principle'],
  ['Guiding principles', 'principle'],
  ['The ten commandments', 'principle'],
  ['Golden rules', 'principle'],
  ['Five pillars', 'pillar'],
  ['The pillars of practice', 'pillar'],
  ['Foundations', 'pillar'],
  ['The foundations of our practice', 'pillar'],
  ['Building blocks', 'pillar'],
  ['Cornerstones of care', 'pillar'],
  ['Objectives', 'objective'],
  ['Our aims', 'objective'],
  ['Goals for children', 'objective'],
  ['Key outcomes', 'objective'],
  ['Our priorities', 'objective'],
  ['Our beliefs', 'belief'],
  ['Convictions', 'belief'],
  ['Behaviours', 'behaviour'],
  ['Our habits', 'behaviour'],
  ['Ways of working', 'behaviour'],
  ['Quality indicators', 'quality-indicator'],
  ['Outcome indicators', 'quality-indicator'],
  ['Measures of success', 'quality-indicator'],
  ['How we know our work is at its best', 'quality-indicator'],
  ['Practice standards', 'standard'],
  ['Standards and how we know they are met', 'standard'],
  ['Behaviour standards', 'standard'],
  ['Our commitments', 'standard'],
  ['Commitments to families', 'standard'],
  ['Promises to children', 'standard'],
  ['Our pledges', 'standard'],
  ['Our expectations', 'standard'],
  ['Capabilities', 'standard'],
  ['Competencies', 'standard'],
];

describe('a heading above says what stands under it', () => {
  test.each(HEADINGS)('"%s" stands over a %s', (section, kind) => expect(kindOf('Partnership', { sections: [section], fallback: anyBut(kind) })).toBe(kind));

  test('the nearest that names one', () => expect(kindOf('Partnership', { sections: ['Together', 'Our values', 'Practice standards'] })).toBe('value'));
  test('commitments stand nearer than values', () => expect(kindOf('We ring back', { sections: ['Our commitments', 'Our values'], fallback: 'value' })).toBe('standard'));
  test.each(['Commitment', 'Foundation', 'Promise', 'Together', 'Values-based practice', 'Our domains'])('"%s" names no kind', (section) => expect(kindOf('Partnership', { sections: [section], fallback: 'pillar' })).toBe('pillar'));
});

describe('a label may be such a word itself', () => {
  test.each<[string, ElementKind]>([['Our values', 'value'], ['The guiding principles of our work', 'principle'], ['Objectives', 'objective'], ['Our commitments', 'standard'], ['Building blocks', 'pillar'], ['How we know', 'quality-indicator'], ['How will we know?', 'quality-indicator']])('%s is a %s', (label, kind) => expect(kindOf(label, { sections: ['Our beliefs'] })).toBe(kind));
  test.each(['Ambition', 'Commitment', 'Planning to achieve outcomes', 'Values-based recruitment', 'Relationships'])('%s is a name', (label) => expect(kindOf(label, { sections: ['Our beliefs'] })).toBe('belief'));
});

describe('what the statements begin with', () => {
  test('"If we …" and "When we …" are behaviours', () => {
    expect(kindOf('If we are restorative', { sections: ['Our values'] })).toBe('behaviour');
    expect(kindOf('When we write about a parent')).toBe('behaviour');
  });
  test('"we believe" over every statement makes beliefs, over some of them not', () => {
    expect(kindOf('What holds us', { stems: ['As leaders, we believe:', 'We also believe'] })).toBe('belief');
    expect(kindOf('What holds us', { stems: ['As leaders, we believe:', 'We will:'] })).toBe('standard');
  });
});

describe('what the whole document calls its parts', () => {
  test.each<[string, string, ElementKind]>([
    ['Our Practice Values', '', 'value'],
    ['Practice Standards and Principles', '', 'standard'],
    ['Principles and Standards', '', 'principle'],
    ['Early Help Outcomes Framework', '', 'objective'],
    ['Our pledges to children', 'values values values', 'standard'],
    ['The ten commandments of recording', '', 'principle'],
    ['How we do it', 'values values values', 'value'],
    ['How we do it', 'values and principles', 'standard'],
    ['Values-based practice: our standards', '', 'standard'],
  ])('%s (%s) → %s', (title, introduction, kind) => expect(findPrevailingKind(title, introduction)).toBe(kind));
});

test('a heading that names no kind has none', () => {
  expect(['Partnership', 'Values-led care', 'Invaluable', ''].map(readKind)).toEqual([undefined, undefined, undefined, undefined]);
});
