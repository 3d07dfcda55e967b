import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { RULES } from '../../../src/checks/rules.ts';
import { checkEdited } from './edited-content.ts';

const LATE = 'scenarios/the-late-visit.yaml';
const QUIET = 'scenarios/the-quiet-boy.yaml';
const LISTEN = 'frameworks/elm-practice/modules/we-listen.mdx';
const FRAMEWORK = 'frameworks/elm-practice/framework.yaml';

test('every rule file is in the list, under the name of its file', async () => {
  const files = (await readdir('src/checks/rules')).map((file) => file.replace(/\.ts$/, ''));
  expect(RULES.map(({ id }) => id).sort()).toEqual(files.sort());
});

test('every rule is named in a test that shows it finding something', async () => {
  const folder = 'tests/unit/checks';
  const texts = await Promise.all((await readdir(folder)).filter((file) => file.endsWith('.test.ts')).map((file) => readFile(`${folder}/${file}`, 'utf8')));
  // The parts that a module's body is refused for have names of their own.
  const named = (id: string) => texts.some((text) => text.includes(id === 'module-body' ? 'module-code' : id));
  expect(RULES.map(({ id }) => id).filter((id) => !named(id))).toEqual([]);
});

test('whole content breaks no rule', async () => {
  expect(await checkEdited()).toEqual([]);
});

test('unknown-next: a choice that leads nowhere is named, with the nearest id', async () => {
  expect(await checkEdited([LATE, 'next: kept', 'next: kpet'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:22:9 unknown-next
      The choice "ring-now" of the step "at-the-lights" leads to "kpet", which is neither a step nor an ending.
      What to do: Did you mean "kept"?",
    ]
  `);
});

test('unknown-next: where nothing is near, all places are offered', async () => {
  expect(await checkEdited([LATE, 'next: kept', 'next: somewhere-else-entirely'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:22:9 unknown-next
      The choice "ring-now" of the step "at-the-lights" leads to "somewhere-else-entirely", which is neither a step nor an ending.
      What to do: Write the id of a step or of an ending. There are: at-the-door, kept, lost.",
    ]
  `);
});

test('unreachable-step: a step that no route leads to is named', async () => {
  expect(await checkEdited([LATE, 'next: at-the-door', 'next: lost'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:37:5 unreachable-step
      No route from the first step leads to the step "at-the-door", so no learner will ever see it.
      What to do: Let a choice lead to it with "next: at-the-door", or remove the step.",
    ]
  `);
});

test('unreachable-ending: an ending that no route leads to is named', async () => {
  expect(await checkEdited([QUIET, 'next: not-yet', 'next: heard'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-quiet-boy.yaml:35:5 unreachable-ending
      No route from the first step leads to the ending "not-yet", so no learner will ever see it.
      What to do: Let a choice lead to it with "next: not-yet", or remove the ending.",
    ]
  `);
});

test('dead-end: a step from which nothing can be reached is named, beside its choices', async () => {
  expect(await checkEdited([QUIET, 'next: heard', 'next: nowhere-1'], [QUIET, 'next: not-yet', 'next: nowhere-2'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-quiet-boy.yaml:13:5 dead-end
      Learners who come to the step "in-the-library" can't go on: none of its choices leads to anything that exists.
      What to do: Let its choices lead to another step or to an ending.",
      "error content/scenarios/the-quiet-boy.yaml:23:9 unknown-next
      The choice "walk-with-him" of the step "in-the-library" leads to "nowhere-1", which is neither a step nor an ending.
      What to do: Write the id of a step or of an ending. There are: heard, not-yet.",
      "error content/scenarios/the-quiet-boy.yaml:30:9 unknown-next
      The choice "believe-the-teacher" of the step "in-the-library" leads to "nowhere-2", which is neither a step nor an ending.
      What to do: Write the id of a step or of an ending. There are: heard, not-yet.",
    ]
  `);
});

test('loop-without-exit: steps that only lead round are named together', async () => {
  expect(await checkEdited([LATE, 'restsOn: elm-practice/we-come-on-time/2\n        next: kept', 'restsOn: elm-practice/we-come-on-time/2\n        next: at-the-door'], [LATE, 'it is about you.\n        restsOn: elm-practice/we-come-on-time/2\n        next: lost', 'it is about you.\n        restsOn: elm-practice/we-come-on-time/2\n        next: at-the-door'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:37:5 loop-without-exit
      Learners who come to the step "at-the-door" go round in a circle and never come to an ending.
      What to do: Let at least one choice in the circle lead to an ending.",
    ]
  `);
});

test('unsafe-without-debrief: an unsafe choice into a circle is named', async () => {
  expect(
    (
      await checkEdited(
        [LATE, 'restsOn: elm-practice/we-come-on-time/2\n        next: lost', 'restsOn: elm-practice/we-come-on-time/2\n        next: at-the-door'],
        [LATE, 'start with him.\n        restsOn: elm-practice/we-come-on-time/2\n        next: kept', 'start with him.\n        restsOn: elm-practice/we-come-on-time/2\n        next: at-the-door'],
        [LATE, 'it is about you.\n        restsOn: elm-practice/we-come-on-time/2\n        next: lost', 'it is about you.\n        restsOn: elm-practice/we-come-on-time/2\n        next: at-the-door'],
      )
    ).filter((problem) => problem.includes('unsafe-without-debrief')),
  ).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:36:9 unsafe-without-debrief
      After the unsafe choice "leave-it" of the step "at-the-lights" no ending can be reached, so learners would not read what could have happened to the child.
      What to do: Let the choice lead to an ending, or to a step from which one can be reached.",
    ]
  `);
});

test('duplicate-id: steps, options, endings, and a step and an ending that share an id', async () => {
  expect(
    await checkEdited(
      [LATE, '- id: at-the-door', '- id: at-the-lights'],
      [LATE, 'next: at-the-door', 'next: lost'],
      [LATE, '- id: turn-up-late', '- id: ring-now'],
      [QUIET, '- id: not-yet', '- id: heard'],
      [QUIET, 'next: not-yet', 'next: heard'],
    ),
  ).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:23:9 duplicate-id
      Two options of one step are named "ring-now".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
      "error content/scenarios/the-late-visit.yaml:37:5 duplicate-id
      Two steps are named "at-the-lights".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
      "error content/scenarios/the-quiet-boy.yaml:35:5 duplicate-id
      Two endings are named "heard".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
    ]
  `);
  expect(await checkEdited([QUIET, '- id: not-yet', '- id: in-the-library'], [QUIET, 'next: not-yet', 'next: heard'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-quiet-boy.yaml:35:5 duplicate-id
      A step and an ending are both named "in-the-library", so "next: in-the-library" could mean either.
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
    ]
  `);
});

test('duplicate-id: themes, elements, statements and questions', async () => {
  expect(
    await checkEdited(['themes.yaml', '- id: timeliness', '- id: child-voice'], [FRAMEWORK, '- id: elm-practice/we-listen/2', '- id: elm-practice/we-listen/1'], [LISTEN, '- id: which-value', '- id: which-words'], [LISTEN, 'statement: elm-practice/we-listen/2', 'statement: elm-practice/we-listen/1']),
  ).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:13:9 duplicate-id
      Two statements are named "elm-practice/we-listen/1".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
      "error content/frameworks/elm-practice/framework.yaml:24:18 unknown-theme
      There is no theme "timeliness".
      What to do: Name a theme of themes.yaml, or add it there. There is: child-voice.",
      "error content/frameworks/elm-practice/framework.yaml:28:18 unknown-theme
      There is no theme "timeliness".
      What to do: Name a theme of themes.yaml, or add it there. There is: child-voice.",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:16:5 duplicate-id
      Two questions of the knowledge check are named "which-words".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
      "error content/scenarios/the-late-visit.yaml:8:5 unknown-theme
      There is no theme "timeliness".
      What to do: Name a theme of themes.yaml, or add it there. There is: child-voice.",
      "error content/themes.yaml:10:5 duplicate-id
      Two themes are named "child-voice".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
    ]
  `);
});

test('statement-id: a statement whose id names an element that never was', async () => {
  const found = await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: elm-practice/we-come-on-tim/2']);
  expect(found.filter((problem) => problem.includes('statement-id'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:25:9 statement-id
      The statement "elm-practice/we-come-on-tim/2" stands in the element "elm-practice/we-come-on-time", and its id names "we-come-on-tim", which never was an element of this framework.
      What to do: Start its id with "elm-practice/we-come-on-time/". Did you mean "we-come-on-time"?",
    ]
  `);
});

test('statement-id: a statement of another framework', async () => {
  const found = await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: oak-practice/we-come-on-time/2']);
  expect(found.filter((problem) => problem.includes('statement-id'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:25:9 statement-id
      The statement "oak-practice/we-come-on-time/2" stands in the element "elm-practice/we-come-on-time".
      What to do: Start its id with "elm-practice/we-come-on-time/".",
    ]
  `);
});

test('statement-id: a statement that moved keeps the id that it had where it stood first, in an element that is there or was withdrawn', async () => {
  const MOVED = 'elm-practice/we-listen/3';
  const moved = await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', `- id: ${MOVED}`]);
  expect(moved.filter((problem) => problem.includes('statement-id'))).toEqual([]);
  const fromWithdrawn = await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: elm-practice/we-play/1'], [FRAMEWORK, 'elements:\n', 'withdrawnElements:\n  - { id: we-play, label: We play }\nelements:\n']);
  expect(fromWithdrawn.filter((problem) => problem.includes('statement-id'))).toEqual([]);
});

const WITHDRAWN = 'withdrawn:\n  - id: elm-practice/we-come-on-time/2\n    text: We never go away.\n    edition: spring\n    replacedBy: elm-practice/we-come-on-time/3\nelements:\n';

test('withdrawn-statement: what rests on a statement that is gone is told when it went and what replaced it, and nothing else complains', async () => {
  expect(await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: elm-practice/we-come-on-time/3'], [FRAMEWORK, 'elements:\n', WITHDRAWN])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:18:5 withdrawn-statement
      The question "which-value" names "elm-practice/we-come-on-time/2", which was withdrawn in the edition "spring"; "elm-practice/we-come-on-time/3" replaced it. It said: “We never go away.”
      What to do: Name "elm-practice/we-come-on-time/3" if what is written here still fits its words.",
      "error content/scenarios/the-late-visit.yaml:35:9 withdrawn-statement
      The choice "leave-it" of the step "at-the-lights" rests on "elm-practice/we-come-on-time/2", which was withdrawn in the edition "spring"; "elm-practice/we-come-on-time/3" replaced it. It said: “We never go away.”
      What to do: Name "elm-practice/we-come-on-time/3" if what is written here still fits its words.",
      "error content/scenarios/the-late-visit.yaml:46:9 withdrawn-statement
      The choice "say-sorry" of the step "at-the-door" rests on "elm-practice/we-come-on-time/2", which was withdrawn in the edition "spring"; "elm-practice/we-come-on-time/3" replaced it. It said: “We never go away.”
      What to do: Name "elm-practice/we-come-on-time/3" if what is written here still fits its words.",
      "error content/scenarios/the-late-visit.yaml:53:9 withdrawn-statement
      The choice "explain" of the step "at-the-door" rests on "elm-practice/we-come-on-time/2", which was withdrawn in the edition "spring"; "elm-practice/we-come-on-time/3" replaced it. It said: “We never go away.”
      What to do: Name "elm-practice/we-come-on-time/3" if what is written here still fits its words.",
    ]
  `);
});

test('withdrawn-statement: a scenario that exercises one, and nothing replaced it', async () => {
  const found = await checkEdited([FRAMEWORK, 'elements:\n', 'withdrawn:\n  - { id: elm-practice/we-come-on-time/4, text: We ring first. }\nelements:\n'], [LATE, '- elm-practice/we-come-on-time/1', '- elm-practice/we-come-on-time/4']);
  expect(found).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:6:5 withdrawn-statement
      The scenario exercises "elm-practice/we-come-on-time/4", which was withdrawn. It said: “We ring first.”
      What to do: Name a statement that says the same today, or take this out.",
    ]
  `);
});

test('duplicate-id: a statement that takes the id of one in another element, or of a withdrawn one', async () => {
  const twice = await checkEdited([FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: elm-practice/we-listen/2']);
  expect(twice.filter((problem) => problem.includes('duplicate-id'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:25:9 duplicate-id
      Two statements are named "elm-practice/we-listen/2".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
    ]
  `);
  const reused = await checkEdited([FRAMEWORK, 'elements:\n', WITHDRAWN]);
  expect(reused.filter((problem) => problem.includes('duplicate-id'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:30:9 duplicate-id
      Two statements are named "elm-practice/we-come-on-time/2".
      What to do: Give the newer one an id of its own. The older one stays as it is: learners’ records may hold it.",
    ]
  `);
});

test('module-without-element: a module of an element that was withdrawn', async () => {
  const found = await checkEdited([FRAMEWORK, 'elements:\n', 'withdrawnElements:\n  - { id: we-come-on-time, label: We come on time, edition: spring, replacedBy: we-are-punctual }\nelements:\n'], [FRAMEWORK, '- id: we-come-on-time\n', '- id: we-are-punctual\n']);
  expect(found.filter((problem) => problem.includes('module-without-element'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:3:1 module-without-element
      The element "we-come-on-time" was withdrawn in the edition "spring"; "we-are-punctual" replaced it, so this module teaches nothing of the framework.
      What to do: Move what is still worth reading into another module, and remove this one. Learners’ records of it stay.",
    ]
  `);
});

test('no-strong-option: a step without good practice', async () => {
  expect(await checkEdited([QUIET, 'judgement: strong', 'judgement: acceptable'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-quiet-boy.yaml:16:5 no-strong-option
      The step "in-the-library" has no strong option, so nobody can do it well.
      What to do: Write one strong option. Where practitioners are of two minds, judge two options acceptable and use the split in the debrief.",
    ]
  `);
});

test('no-strong-option: two acceptable options may stand in, but not for a whole scenario', async () => {
  expect(await checkEdited([LATE, 'judgement: strong', 'judgement: acceptable'], [LATE, 'judgement: weak', 'judgement: acceptable'])).toEqual([]);
  expect(await checkEdited([QUIET, 'judgement: strong', 'judgement: acceptable'], [QUIET, 'judgement: weak', 'judgement: acceptable'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-quiet-boy.yaml:12:1 no-strong-option
      The scenario has no strong option at all, so it shows no good practice.
      What to do: Judge at least one option of one step strong.",
    ]
  `);
});

test('no-strong-option: strong choices that never lead to an ending', async () => {
  expect(await checkEdited([LATE, 'restsOn: elm-practice/we-come-on-time/1\n        next: kept', 'restsOn: elm-practice/we-come-on-time/1\n        next: at-the-lights'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:11:1 no-strong-option
      No route of strong choices leads to an ending.
      What to do: Let the strong option of each step lead on, and at last to an ending.",
    ]
  `);
});

test('unknown-statement: what a scenario exercises and rests on, with the nearest id', async () => {
  expect(await checkEdited([LATE, '- elm-practice/we-come-on-time/1', '- elm-practice/we-come-on-tim/1'], [LATE, 'restsOn: elm-practice/we-come-on-time/2', 'restsOn: elm-practice/we-come-on-time/7'])).toMatchInlineSnapshot(`
    [
      "warning content/frameworks/elm-practice/framework.yaml:17:5 element-without-scenario
      No scenario practises "We come on time" yet.
      What to do: Write one: the page "Write a scenario" (/author/) has one to start from. "npm run coverage" lists every gap.",
      "error content/scenarios/the-late-visit.yaml:6:5 unknown-statement
      The scenario exercises "elm-practice/we-come-on-tim/1", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-come-on-time/1"?",
      "error content/scenarios/the-late-visit.yaml:35:9 unknown-statement
      The choice "leave-it" of the step "at-the-lights" rests on "elm-practice/we-come-on-time/7", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-come-on-time/1"?",
    ]
  `);
});

test('unknown-statement: a framework that is not there', async () => {
  expect(await checkEdited([LATE, '- elm-practice/we-come-on-time/1', '- oak-practice/we-come-on-time/1'])).toMatchInlineSnapshot(`
    [
      "warning content/frameworks/elm-practice/framework.yaml:17:5 element-without-scenario
      No scenario practises "We come on time" yet.
      What to do: Write one: the page "Write a scenario" (/author/) has one to start from. "npm run coverage" lists every gap.",
      "error content/scenarios/the-late-visit.yaml:6:5 unknown-statement
      The scenario exercises "oak-practice/we-come-on-time/1", and there is no such practice statement.
      What to do: There is no framework "oak-practice". Did you mean "elm-practice"?",
    ]
  `);
});

test('unknown-statement: says nothing of a framework that could not be read', async () => {
  const found = await checkEdited([FRAMEWORK, 'title: How we work in Elm', 'titel: How we work in Elm']);
  expect(found.filter((problem) => !problem.startsWith('error content/frameworks/elm-practice/framework.yaml'))).toEqual([]);
});

test('unknown-theme: in a scenario and on a statement', async () => {
  expect(await checkEdited([LATE, '- timeliness', '- timelines'], [FRAMEWORK, 'themes: [child-voice]', 'themes: [weather]'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:12:18 unknown-theme
      There is no theme "weather".
      What to do: Name a theme of themes.yaml, or add it there. There are: child-voice, timeliness.",
      "error content/scenarios/the-late-visit.yaml:8:5 unknown-theme
      There is no theme "timelines".
      What to do: Did you mean "timeliness"?",
    ]
  `);
});

test('unknown-framework: a framework that academy.yaml lists in vain', async () => {
  expect(await checkEdited(['academy.yaml', '- elm-practice', '- elm-practise'])).toMatchInlineSnapshot(`
    [
      "error content/academy.yaml:7:5 unknown-framework
      There is no framework "elm-practise".
      What to do: Did you mean "elm-practice"?",
    ]
  `);
});

test('module-without-element and element-without-module: a renamed element leaves its module behind', async () => {
  expect(
    await checkEdited(
      [FRAMEWORK, '- id: we-come-on-time\n', '- id: we-are-on-time\n'],
      [FRAMEWORK, '- id: elm-practice/we-come-on-time/1', '- id: elm-practice/we-are-on-time/1'],
      [FRAMEWORK, '- id: elm-practice/we-come-on-time/2', '- id: elm-practice/we-are-on-time/2'],
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning content/frameworks/elm-practice/framework.yaml:17:5 element-without-module
      "We come on time" has no learning module yet.
      What to do: Generate it with "npm run generate -- elm-practice", or write modules/we-are-on-time.mdx.",
      "warning content/frameworks/elm-practice/framework.yaml:17:5 element-without-scenario
      No scenario practises "We come on time" yet.
      What to do: Write one: the page "Write a scenario" (/author/) has one to start from. "npm run coverage" lists every gap.",
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:3:1 module-without-element
      The framework "elm-practice" has no element "we-come-on-time", so this module teaches nothing of it.
      What to do: Did you mean "we-are-on-time"?",
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:13:5 check-item
      The question "which-words" names the statement "elm-practice/we-come-on-time/1", which is not in the framework.
      What to do: Did you mean "elm-practice/we-are-on-time/1"?",
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:18:5 check-item
      The question "which-value" names the statement "elm-practice/we-come-on-time/2", which is not in the framework.
      What to do: Did you mean "elm-practice/we-are-on-time/2"?",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:15:9 check-item
      The question "which-words" names the statement "elm-practice/we-come-on-time/1", which is not in the framework.
      What to do: Did you mean "elm-practice/we-are-on-time/1"?",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:20:9 check-item
      The question "which-value" names the element "we-come-on-time", which is not in the framework.
      What to do: Did you mean "we-are-on-time"?",
      "error content/scenarios/the-late-visit.yaml:6:5 unknown-statement
      The scenario exercises "elm-practice/we-come-on-time/1", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/1"?",
      "error content/scenarios/the-late-visit.yaml:21:9 unknown-statement
      The choice "ring-now" of the step "at-the-lights" rests on "elm-practice/we-come-on-time/1", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/1"?",
      "error content/scenarios/the-late-visit.yaml:28:9 unknown-statement
      The choice "turn-up-late" of the step "at-the-lights" rests on "elm-practice/we-come-on-time/1", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/1"?",
      "error content/scenarios/the-late-visit.yaml:35:9 unknown-statement
      The choice "leave-it" of the step "at-the-lights" rests on "elm-practice/we-come-on-time/2", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/2"?",
      "error content/scenarios/the-late-visit.yaml:46:9 unknown-statement
      The choice "say-sorry" of the step "at-the-door" rests on "elm-practice/we-come-on-time/2", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/2"?",
      "error content/scenarios/the-late-visit.yaml:53:9 unknown-statement
      The choice "explain" of the step "at-the-door" rests on "elm-practice/we-come-on-time/2", and there is no such practice statement.
      What to do: Did you mean "elm-practice/we-are-on-time/2"?",
    ]
  `);
});

test('element-without-module: a framework without modules is one warning', async () => {
  const more = [1, 2, 3].map((number) => `  - id: more-${number}\n    kind: value\n    label: More ${number}\n    statements:\n      - id: elm-practice/more-${number}/1\n        text: We come back when it is hard.\n        source: { start: 238, end: 267 }\n`).join('');
  const [first, ...others] = (await checkEdited([FRAMEWORK, '  - id: we-come-on-time\n', `${more}  - id: we-are-on-time\n`])).filter((problem) => problem.includes('element-without-module'));
  expect(others).toEqual([]);
  expect(first).toMatchInlineSnapshot(`
    "warning content/frameworks/elm-practice/framework.yaml:4:1 element-without-module
      4 of 5 elements have no learning module yet.
      What to do: Generate them with "npm run generate -- elm-practice"."
  `);
});

test('module-unknown-scenario: a scenario that a module requires and nobody wrote', async () => {
  expect(await checkEdited([LISTEN, '- the-quiet-boy', '- the-quite-boy'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:9:5 module-unknown-scenario
      The module requires the scenario "the-quite-boy", and there is no such scenario.
      What to do: Did you mean "the-quiet-boy"?",
    ]
  `);
});

test('module-unknown-scenario: a scenario that a module borrows and nobody wrote', async () => {
  expect(await checkEdited([LISTEN, 'scenarios:\n  - the-quiet-boy', 'sharedScenarios:\n  - { scenario: the-late-visitor, statement: elm-practice/we-listen/1 }'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:9:7 module-unknown-scenario
      The module borrows the scenario "the-late-visitor", and there is no such scenario.
      What to do: Did you mean "the-late-visit"?",
    ]
  `);
});

test('shared-scenario: a borrowed scenario is shown for a statement of its own element', async () => {
  expect(await checkEdited([LISTEN, 'scenarios:\n', 'sharedScenarios:\n  - { scenario: the-late-visit, statement: elm-practice/we-come-on-time/1 }\nscenarios:\n'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:9:33 shared-scenario
      The shared scenario "the-late-visit" is shown for "elm-practice/we-come-on-time/1", which is no statement of this element.
      What to do: Name the statement that it exercises, or take the scenario off the list. There are: elm-practice/we-listen/1, elm-practice/we-listen/2.",
    ]
  `);
  expect(await checkEdited([LISTEN, 'scenarios:\n', 'sharedScenarios:\n  - { scenario: the-late-visit, statement: elm-practice/we-listen/2 }\nscenarios:\n'])).toEqual([]);
});

test('check-item: an answer of another element, a wrong answer that is right, and ids that are nowhere', async () => {
  expect(await checkEdited([LISTEN, 'answer: elm-practice/we-listen/1', 'answer: elm-practice/we-come-on-time/2'], [LISTEN, '- elm-practice/we-come-on-time/1', '- elm-practice/we-listen/2'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:13:5 check-item
      The answer of the question "which-words" belongs to the element "we-come-on-time", not to "we-listen".
      What to do: Name a statement of "we-listen".",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:15:9 check-item
      The question "which-words" offers "elm-practice/we-listen/2" as a wrong answer, but it belongs to "we-listen" and is right.
      What to do: Name a statement of another element.",
    ]
  `);
  expect(await checkEdited([LISTEN, 'statement: elm-practice/we-listen/2', 'statement: elm-practice/we-listen/9'], [LISTEN, '- we-come-on-time', '- we-come-on-tme'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:18:5 check-item
      The question "which-value" names the statement "elm-practice/we-listen/9", which is not in the framework.
      What to do: Did you mean "elm-practice/we-listen/1"?",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:20:9 check-item
      The question "which-value" names the element "we-come-on-tme", which is not in the framework.
      What to do: Did you mean "we-come-on-time"?",
    ]
  `);
  expect(await checkEdited([LISTEN, 'statement: elm-practice/we-listen/2', 'statement: elm-practice/we-come-on-time/2'], [LISTEN, '- we-come-on-time\nreflection', '- we-listen\nreflection'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:18:5 check-item
      The answer of the question "which-value" belongs to the element "we-come-on-time", not to "we-listen".
      What to do: Name a statement of "we-listen".",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:20:9 check-item
      The question "which-value" offers "we-listen" as a wrong answer, but it is the right one.
      What to do: Name another element.",
    ]
  `);
});

test('check-item: a wrong answer with the words of the right one', async () => {
  const words = 'We hear what the child says and what the child does not say.';
  const found = await checkEdited([FRAMEWORK, "We do what we said we would do, and say so when we can't.", words]);
  expect(found.filter((problem) => problem.includes('check-item'))).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-come-on-time.mdx:15:9 check-item
      The question "which-words" offers "elm-practice/we-listen/1" as a wrong answer, but it has the same words as the right one.
      What to do: Name a statement with other words.",
      "error content/frameworks/elm-practice/modules/we-listen.mdx:15:9 check-item
      The question "which-words" offers "elm-practice/we-come-on-time/1" as a wrong answer, but it has the same words as the right one.
      What to do: Name a statement with other words.",
    ]
  `);
});

test('module-body: text that would run as code', async () => {
  expect(await checkEdited([LISTEN, 'Ask before you plan.', 'Ask {process.exit()} before you plan.'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/modules/we-listen.mdx:34:5 module-code
      Text in braces is run as code.
      What to do: Write \\{ and \\} for braces, or leave them out.",
    ]
  `);
});

test('quotation-not-in-source: a statement that is not in the document’s words', async () => {
  expect(await checkEdited([FRAMEWORK, 'We come back when it is hard.', 'We come back when it is difficult.'])).toMatchInlineSnapshot(`
    [
      "error content/frameworks/elm-practice/framework.yaml:26:9 quotation-not-in-source
      The words of "elm-practice/we-come-on-time/2" do not stand in the source document at the place it names.
      What to do: Quote the document word for word, slips included. If the document has changed, import it again.",
    ]
  `);
});

test('source-changed: a text that is not the one that was read of the document', async () => {
  const found = await checkEdited(['frameworks/elm-practice/source/source.yaml', 'sha256:', `text: { file: elm-practice.md, sha256: ${'0a'.repeat(32)} }\nsha256:`]);
  expect(found).toContainEqual(expect.stringMatching(/error content\/frameworks\/elm-practice\/source\/source\.yaml:\d+:\d+ source-changed\n {2}content\/frameworks\/elm-practice\/source\/elm-practice\.md is not the text that was read of the document/));
});

test('source-changed: a document that is not the one received', async () => {
  expect(await checkEdited(['frameworks/elm-practice/source/elm-practice.md', 'in Elm\n', 'in Elm'])).toContainEqual(expect.stringContaining('error content/frameworks/elm-practice/source/source.yaml:3:1 source-changed\n  content/frameworks/elm-practice/source/elm-practice.md is not the document that was imported: its fingerprint is '));
});

test('past-review-date: a date before today, and not today itself', async () => {
  expect(await checkEdited([LATE, 'reviewBy: 2031-01-31', 'reviewBy: 2030-06-01'])).toEqual([]);
  expect(await checkEdited([LATE, 'reviewBy: 2031-01-31', 'reviewBy: 2030-05-31'])).toMatchInlineSnapshot(`
    [
      "warning content/scenarios/the-late-visit.yaml:10:1 past-review-date
      This was to be reviewed by 2030-05-31.
      What to do: Read it again, mend what has changed in law or practice, and set a new date.",
    ]
  `);
});

test('missing-content-note: a scenario that mentions a death', async () => {
  expect(await checkEdited([QUIET, 'contentNote: Mentions the death of a grandparent. No detail.\n', ''])).toMatchInlineSnapshot(`
    [
      "warning content/scenarios/the-quiet-boy.yaml:13:91 missing-content-note
      The scenario mentions death ("died") and has no content note.
      What to do: Add "contentNote" with the subject in plain words, so that learners can choose when to read it.",
    ]
  `);
});

test('blaming-language: in the narrator’s voice and in good practice, with other words', async () => {
  expect(await checkEdited([LATE, 'Being late is no failure.', 'Hannah failed to engage.'], [LATE, 'and ask about it', 'and keep an eye on him'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:42:39 blaming-language
      "keep an eye on": it is watching without help.
      What to do: In its place: we will stay until … to do … If an option quotes such wording on purpose, add "quotesPoorWording: true" and let the feedback name it.",
      "error content/scenarios/the-late-visit.yaml:62:17 blaming-language
      "failed to engage": it blames; silence may be fear.
      What to do: In its place: we have not yet found a way to meet that works for … If you name such wording on purpose, put it between quotation marks.",
    ]
  `);
});

test('blaming-language: weak options may show it, quoted wording may too, and so may what people in the story say', async () => {
  expect(await checkEdited([LATE, 'Drive on and explain when you get there.', 'Write that Hannah is not engaging.'])).toEqual([]);
  expect(await checkEdited([LATE, 'text: Explain how the traffic was.\n', 'text: Write that Hannah is hard to reach.\n        quotesPoorWording: true\n'])).toEqual([]);
  expect(await checkEdited([LATE, '"He stood there for forty minutes."', '"They all say that I am in denial."'])).toEqual([]);
  expect(await checkEdited([LATE, 'Explain how the traffic was.', 'Say, "You are in denial."'])).toHaveLength(1);
});

test('unexplained-abbreviation: until it has been spelled out', async () => {
  expect(await checkEdited([LATE, 'Dylan knows when', 'The CIN plan is whole. Dylan knows when'])).toMatchInlineSnapshot(`
    [
      "error content/scenarios/the-late-visit.yaml:58:15 unexplained-abbreviation
      "CIN" shuts out everybody who does not know it.
      What to do: Write "child in need", or spell it out at its first use with "(CIN)" after it.",
    ]
  `);
  expect(await checkEdited([LATE, 'It is ten to four.', 'There is a child in need (CIN) plan.'], [LATE, 'Dylan knows when', 'The CIN plan is whole. Dylan knows when'])).toEqual([]);
});
