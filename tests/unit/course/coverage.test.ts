import { expect, test } from 'vitest';
import { formatCoverage } from '../../../src/checks/report-coverage.ts';
import { readContent } from '../../../src/checks/read-content.ts';
import { toLibrary } from '../../../src/checks/to-library.ts';
import { listGaps, surveyCoverage, type Coverage } from '../../../src/course/coverage.ts';
import { copyContent, type Edit, LISTEN_QUESTIONS, TODAY } from '../checks/edited-content.ts';

const QUIET = 'scenarios/the-quiet-boy.yaml';
const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';
const FRAMEWORK = 'frameworks/elm-practice/framework.yaml';

/** Coverage of the whole fixture after `edits`. */
async function survey(...edits: Edit[]): Promise<Coverage> {
  return surveyCoverage(toLibrary(await readContent(await copyContent(...edits))), TODAY);
}
const gapsOf = (coverage: Coverage) => listGaps(coverage).map(({ gap, elements }) => `${gap}: ${elements.map(({ element }) => element.id).join(', ')}`);

test('an element is laid beside its module, scenarios, questions and review date', async () => {
  const { elements } = await survey();
  const [listen, come] = elements.map((each) => ({ element: each.element.id, module: each.module?.status, scenarios: each.scenarios.map(({ id }) => id), checkItems: each.checkItems, unpractised: each.unpractised, reviewBy: each.reviewBy, gaps: each.gaps }));
  expect(listen).toEqual({ element: 'we-listen', module: 'checked', scenarios: ['the-quiet-boy'], checkItems: 2, unpractised: ['elm-practice/we-listen/2'], reviewBy: '2031-01-31', gaps: [] });
  // An option rests on its second statement, which no scenario names in front.
  expect(come).toMatchObject({ scenarios: ['the-late-visit'], unpractised: [] });
});

test.each<[string, Edit[], string[]]>([
  ['no scenario', [[QUIET, '- elm-practice/we-listen/1', '- elm-practice/we-come-on-time/1']], ['no-scenario: we-listen']],
  ['a borrowed scenario alone', [[QUIET, '- elm-practice/we-listen/1', '- elm-practice/we-come-on-time/1'], [LISTEN, 'scenarios:\n  - the-quiet-boy\n', 'sharedScenarios:\n  - { scenario: the-quiet-boy, statement: elm-practice/we-listen/1 }\n']], ['borrowed-scenario: we-listen']],
  ['no module', [[FRAMEWORK, '  - id: we-listen\n', '  - id: we-hear\n']], ['no-module: we-hear']],
  ['a scenario past its date', [[QUIET, 'reviewBy: 2031-01-31', 'reviewBy: 2030-05-31']], ['review-overdue: we-listen']],
  ['a module that is a draft', [[LISTEN, 'status: checked', 'status: draft']], ['draft: we-listen']],
  ['no question', [[LISTEN, LISTEN_QUESTIONS, '']], ['no-check: we-listen']],
])('a gap is told: %s', async (_, edits, gaps) => {
  expect(gapsOf(await survey(...edits))).toEqual(gaps);
});

test('themes count the statements that carry them and the scenarios that practise them, framework by framework', async () => {
  const { themes } = await survey();
  expect(themes.map(({ theme, frameworks }) => [theme.id, ...frameworks.map(({ statements, scenarios }) => `${statements}/${scenarios}`)])).toEqual(expect.arrayContaining([['child-voice', '2/1'], ['timeliness', '2/1']]));
});

test('in a terminal gaps come first, then every standard, then themes', async () => {
  const text = formatCoverage(await survey([QUIET, 'reviewBy: 2031-01-31', 'reviewBy: 2030-05-31']), 'text');
  expect(text).toMatchInlineSnapshot(`
    "Gaps first
      Past its review date (1):
        elm-practice/we-listen

    3 of 4 practice statements are practised in a scenario; --format json names the others.

    How we work in Elm
      standard         module   scenarios  questions  statements practised  review by
      we-listen        checked  1          2          1 of 2                2030-05-31
      we-come-on-time  checked  1          2          2 of 2                2031-01-31

    Themes: statements / scenarios
                   elm-practice
      child-voice  2 / 1
      timeliness   2 / 1"
  `);
});

test('a spreadsheet gets one line for each standard, and no formula', async () => {
  const coverage = await survey();
  const [first] = coverage.elements;
  if (first) first.element = { ...first.element, label: '=1+1, "so"' };
  expect(formatCoverage(coverage, 'csv').split('\r\n')).toEqual([
    'framework,element,label,module,scenarios,borrowed,checkItems,statements,unpractised,reviewBy,gaps',
    `elm-practice,we-listen,"'=1+1, ""so""",checked,the-quiet-boy,,2,2,elm-practice/we-listen/2,2031-01-31,`,
    expect.stringMatching(/^elm-practice,we-come-on-time,We come on time,checked,the-late-visit,,\d,2,,2031-01-31,$/),
  ]);
});

test('a program gets all of it', async () => {
  expect(JSON.parse(formatCoverage(await survey(), 'json'))).toMatchObject({ elements: [{ element: 'we-listen', gaps: [] }, { element: 'we-come-on-time' }], themes: expect.arrayContaining([{ theme: 'timeliness', frameworks: [{ framework: 'elm-practice', statements: 2, scenarios: 1 }] }]) });
});
