import { describe, expect, test } from 'vitest';
import type { Framework } from '../../../src/framework/framework.ts';
import { formatSurvey, writeSurvey } from '../../../src/generator/report-scenarios.ts';
import { surveyScenarios } from '../../../src/generator/survey-scenarios.ts';
import { readScenarios, readShipped, readThemes, riverside } from './read-fixtures.ts';

const themes = readThemes();
const survey = (framework: Framework = riverside()) => surveyScenarios({ framework, frameworks: readShipped(), themes, scenarios: readScenarios().filter(({ id }) => id === 'late-on-his-birthday') });

describe('what a person reads of scenarios', () => {
  test('names those that stand in, with the statement and the reason, and then what to write first', () => {
    expect(formatSurvey(survey(), themes)).toMatchInlineSnapshot(`
      "  From the shared library: check that each fits your practice.
             on-time: late-on-his-birthday
               for “We will give each promise a date and tell people when it slips.” (time and reliability)
        Scenarios to write first: nothing in the library fits these.
             listening-to-children: 3 statements, on the child's voice
             kin: 2 statements, on family and kin networks
             listening-in-teams: 1 statement, on reflection, supervision and wellbeing
             quality: 1 statement, on accountability and decisions
             learning: 2 statements, on learning and evidence"
    `);
  });

  test('says nothing where every module has a scenario of its own', () => {
    expect(formatSurvey({ own: new Map(), shared: new Map(), toWrite: [] }, themes)).toBe('');
    expect(writeSurvey({ own: new Map(), shared: new Map(), toWrite: [] }, themes)).toContain('None: every element has a scenario to begin with.');
  });

  test('stands in the import report with imported words as code, so that no mark in them counts', () => {
    const framework = riverside();
    const hostile = { ...framework, elements: framework.elements.map((element) => ({ ...element, label: '``` <script>x</script> [a](javascript:x)\u001b[2J', statements: element.statements.map((statement) => ({ ...statement, text: `\u202e\`\`\` # ${statement.text}` })) })) };
    const report = writeSurvey(survey(hostile), themes);
    expect(report).toContain('## Scenarios to write first');
    expect(report).toContain('`` ` <script>x</script> [a](javascript:x)[2J ``');
    for (const text of [report, formatSurvey(survey(hostile), themes)]) expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
