import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/course/front-matter.ts';
import { LearningModuleSchema, type LearningModule } from '../../../src/course/learning-module.ts';
import { assertInertModule } from '../../../src/course/module-body.ts';
import type { Scenario } from '../../../src/course/scenario.ts';
import type { Framework } from '../../../src/framework/framework.ts';
import { ContentError } from '../../../src/framework/problem.ts';
import { readSafeYaml } from '../../../src/framework/safe-yaml.ts';
import { generateModules, type GeneratorInput } from '../../../src/generator/generate-modules.ts';
import { attacks, hostile, readShipped, readThemes, riverside } from './read-fixtures.ts';
import { listLiveNodes } from './second-parser.ts';

const seed = process.env.FC_SEED === undefined ? undefined : Number(process.env.FC_SEED);
const themes = readThemes();
const today = '2026-11-22';

const generate = (framework: Framework, more: Partial<GeneratorInput> = {}) => generateModules({ framework, themes, scenarios: [], today, ...more });

function read(text: string): { module: LearningModule; body: string } {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Error('No front matter');
  return { module: LearningModuleSchema.parse(readSafeYaml(parts.frontMatter, 'module.mdx').value), body: parts.body };
}

const scenario = (id: string, exercises: string[], minutes = 5): Scenario => ({
  id, exercises, minutes, title: id, summary: 'A visit that slips.', setting: 'phone', themes: ['timeliness'], status: 'checked', reviewBy: '2027-11-30', references: [],
  steps: [], endings: [], debrief: 'What it was about.', supervision: ['What would I do?'],
});

/** Riverside with the text in every field that a document fills. */
const fill = (text: string): Framework => {
  const framework = riverside();
  return {
    ...framework,
    title: text, publisher: text, edition: { label: text },
    elements: framework.elements.map((element) => ({ ...element, label: text, number: text, section: text, description: text, statements: element.statements.map((statement) => ({ ...statement, text, stem: text, dutyHolder: text })) })),
  };
};

describe('a module', () => {
  const modules = generate(riverside(), { scenarios: [scenario('late-again', ['riverside/on-time/1', 'elsewhere/x/1']), scenario('not-here', ['elsewhere/on-time/1'])] });
  const onTime = read(modules[1]?.text ?? '');

  test('is written for each element, named by its id', () => {
    expect(modules.map(({ path }) => path)).toEqual(['listening-to-children', 'on-time', 'kin', 'listening-in-teams', 'quality', 'learning'].map((id) => `modules/${id}.mdx`));
  });

  test('holds the scenarios that exercise one of its statements, and no others', () => {
    expect(onTime.module.scenarios).toEqual(['late-again']);
    expect(onTime.body).toContain('<Scenario id="late-again" />');
    expect(read(modules[2]?.text ?? '').body).not.toContain('What would you do?');
  });

  test('has its sections in order, and leaves out those with nothing in them', () => {
    expect(onTime.body.match(/^## .*$/gm)).toEqual(['## What it says', '## In practice', '## What would you do?', '## Check what you know', '## Reflect', '## Take it to supervision']);
    const [alone] = generate({ ...riverside(), elements: riverside().elements.slice(0, 1) });
    expect(read(alone?.text ?? '').body.match(/^## .*$/gm)).toEqual(['## What it says', '## In practice', '## Reflect', '## Take it to supervision']);
  });

  test('takes as long as there is to read, decide, answer and reflect', () => {
    expect(onTime.module.minutes).toBe(Math.round(150 / 200 + 5 + onTime.module.check.length * 0.5 + 2));
  });

  test('is a draft to be read again a year later', () => {
    expect(onTime.module).toMatchObject({ status: 'draft', reviewBy: '2027-11-22' });
    expect(read(generate(riverside(), { today: '2028-02-29' })[0]?.text ?? '').module.reviewBy).toBe('2029-02-28');
  });

  test('keeps the review date it already has', () => {
    const later = generate(riverside(), { today: '2027-06-01', reviewDates: new Map(riverside().elements.map(({ id }) => [id, '2027-11-22'])) });
    expect(later).toEqual(generate(riverside()));
  });
});

describe('a scenario of the shared library', () => {
  const late = scenario('late-again', ['elsewhere/x/1'], 6);
  const [, onTime] = generate(riverside(), { scenarios: [late] });

  test('stands in where a module has none of its own, and says for which statement', () => {
    const { module, body } = read(onTime?.text ?? '');
    expect(module.scenarios).toEqual([]);
    expect(module.sharedScenarios).toEqual([{ scenario: 'late-again', statement: 'riverside/on-time/1' }]);
    expect(body).toContain('<Scenario id="late-again" />');
  });

  test('counts towards the time that the module takes', () => {
    const [, without] = generate(riverside());
    expect(read(onTime?.text ?? '').module.minutes - read(without?.text ?? '').module.minutes).toBe(6);
  });

  test('makes way for one of its own', () => {
    const [, changed] = generate(riverside(), { scenarios: [late, scenario('ours', ['riverside/on-time/2'])] });
    const { module, body } = read(changed?.text ?? '');
    expect(module).toMatchObject({ scenarios: ['ours'], sharedScenarios: [] });
    expect(body).not.toContain('late-again');
  });

  test('is named by ids alone, whatever the document holds', () => {
    for (const { text } of attacks) {
      for (const generated of generate(fill(text), { scenarios: [late] })) {
        const { module, body } = read(generated.text);
        expect(listLiveNodes(body)).toEqual([]);
        for (const shared of module.sharedScenarios) expect(shared).toEqual({ scenario: 'late-again', statement: expect.stringMatching(/^riverside\/[a-z-]+\/\d$/) });
      }
    }
  });
});

describe('objectives', () => {
  test('quote the statements exactly', () => {
    const [first] = generate(riverside());
    expect(read(first?.text ?? '').module.objectives[0]).toMatch(/“Listening to children”.*: “ask every child how they would like to be heard”$/);
  });

  test('name what to avoid as such', () => {
    const framework = riverside();
    const avoiding = { ...framework, elements: framework.elements.map((element) => ({ ...element, statements: element.statements.map((statement) => ({ ...statement, isToAvoid: true })) })) };
    for (const { text } of generate(avoiding)) for (const objective of read(text).module.objectives) expect(objective).toContain('warns of here: “');
  });
});

test('elements that share a name get titles that tell them apart', () => {
  const framework = riverside();
  const [a, b, c, ...rest] = framework.elements;
  if (!a || !b || !c) throw new Error('Riverside has changed');
  const titles = generate({ ...framework, elements: [{ ...a, label: 'RELATIONSHIPS' }, { ...b, label: 'Relationships', kind: 'quality-indicator' }, { ...c, label: 'Relationships', kind: 'quality-indicator' }, ...rest] }).map(({ text }) => read(text).module.title);
  expect(titles.slice(0, 3)).toEqual(['Relationships (practice standard)', 'Relationships (quality indicator) (2)', 'Relationships (quality indicator) (3)']);
});

describe.each([riverside(), hostile(), ...readShipped()].map((framework) => [framework.id, framework] as const))('the modules of %s', (_, framework) => {
  const modules = generate(framework).map(({ text }) => ({ text, ...read(text) }));

  test('are inert for both parsers', () => {
    for (const { text, body } of modules) {
      expect(() => assertInertModule(text, 'module.mdx')).not.toThrow();
      expect(listLiveNodes(body)).toEqual([]);
    }
  });

  test('have front matter that Astro reads as we do', () => {
    for (const { text, module } of modules) expect(LearningModuleSchema.parse(parseFrontmatter(text).frontmatter)).toEqual(module);
  });

  test('hold no imported word outside front matter', () => {
    for (const { body } of modules) {
      for (const { statements, label } of framework.elements) {
        for (const { text } of statements) if (text.length > 25) expect(body).not.toContain(text);
        if (label.length > 25) expect(body).not.toContain(label);
      }
    }
  });

  test('differ in what they say about practice', () => {
    const practice = modules.map(({ body }) => body.split('## In practice')[1]?.split('\n## ')[0]);
    expect(new Set(practice).size).toBe(modules.length);
  });

  test('have two or three objectives, each with exact words of the framework', () => {
    const words = framework.elements.flatMap(({ label, statements }) => [label, ...statements.map(({ text }) => text)]).join('\n').replace(/[\s\u2028]+/g, ' ').toLowerCase();
    for (const { module } of modules) {
      expect(module.objectives.length).toBeGreaterThanOrEqual(framework.id === 'hostile-framework' ? 1 : 2);
      expect(module.objectives.length).toBeLessThanOrEqual(3);
      if (framework.id === 'hostile-framework') continue;
      for (const objective of module.objectives) {
        const quoted = /: [“‘](.*)[”’]$/.exec(objective)?.[1];
        expect(quoted === undefined ? '' : words.includes(quoted.toLowerCase()) || quoted === module.title, objective).toBe(true);
      }
    }
  });

  test('come out the same again', () => {
    expect(generate(framework).map(({ text }) => text)).toEqual(modules.map(({ text }) => text));
  });
});

describe('hostile text in any field comes out inert', () => {
  test.each(attacks)('$name', ({ text }) => {
    for (const generated of generate(fill(text))) {
      const { module, body } = read(generated.text);
      expect(listLiveNodes(body)).toEqual([]);
      expect(LearningModuleSchema.parse(parseFrontmatter(generated.text).frontmatter)).toEqual(module);
      expect(JSON.stringify(module)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufeff]|\\u0000|\\ud800/);
    }
  });

  test('random text', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...attacks.map(({ text }) => text)), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 5 }), (pieces) => {
        const [generated] = generate(fill(pieces.join(' ')));
        const { module, body } = read(generated?.text ?? '');
        expect(listLiveNodes(body)).toEqual([]);
        expect(LearningModuleSchema.parse(parseFrontmatter(generated?.text ?? '').frontmatter)).toEqual(module);
      }),
      { numRuns: Number(process.env.HOSTILE_RUNS ?? 60), endOnFailure: true, ...(seed !== undefined && { seed }) },
    );
  });

  test('a name of twenty thousand letters is cut, so that front matter stays under its limit', () => {
    for (const { text } of generate(fill('word '.repeat(4_000)))) expect(splitFrontMatter(text)?.frontMatter.length).toBeLessThan(16_384);
  });

  test('a sentence of a theme that looks like code is escaped', () => {
    const [theme] = themes.filter(({ id }) => id === 'timeliness');
    if (!theme) throw new Error('The theme has gone');
    const [, generated] = generate(riverside(), { themes: [{ ...theme, practice: ['import {x} from "y"', '<script>x</script>', 'export const x = {y}'] }] });
    expect(listLiveNodes(read(generated?.text ?? '').body)).toEqual([]);
  });

  test('front matter that would grow past its limit is a typed error and nothing is generated', () => {
    const wordy = themes.map((theme) => ({ ...theme, supervision: 'What did we learn? '.repeat(1_000) }));
    expect(() => generate(riverside(), { themes: wordy })).toThrow(ContentError);
  });
});
