import { listStatements } from '../../framework/framework.ts';
import type { CheckItem } from '../../course/learning-module.ts';
import type { FrameworkFile } from '../content.ts';
import { suggest } from '../nearest.ts';
import { defineRule, type Finding } from '../rule.ts';

type Found = [path: PropertyKey[], message: string, hint: string];

export const checkItem = defineRule('check-item', 'error', 'Every question of a knowledge check has one right answer, and all it names is in the framework.', ({ modules, frameworks }) => {
  const elementsOf = new Map(frameworks.map((file) => [file.framework.id, indexFramework(file)]));
  return modules.flatMap((file) => {
    const index = elementsOf.get(file.module.framework);
    if (!index) return [];
    return file.module.check.flatMap((item, at) => findInItem(item, file.module.element, index).map(([path, message, hint]): Finding => [file, ['check', at, ...path], message, hint]));
  });
});

interface FrameworkIndex {
  elements: ReadonlySet<string>;
  statements: ReadonlyMap<string, { element: string; text: string }>;
  /** Another rule tells of these. */
  withdrawn: ReadonlySet<string>;
}

function indexFramework({ framework }: FrameworkFile): FrameworkIndex {
  return {
    elements: new Set(framework.elements.map(({ id }) => id)),
    statements: new Map(listStatements(framework).map(({ element, statement }) => [statement.id, { element: element.id, text: statement.text }])),
    withdrawn: new Set(framework.withdrawn?.map(({ id }) => id)),
  };
}

function findInItem(item: CheckItem, element: string, index: FrameworkIndex): Found[] {
  const unknownStatement = (id: string, path: PropertyKey[]): Found[] =>
    index.statements.has(id) || index.withdrawn.has(id) ? [] : [[path, `The question "${item.id}" names the statement "${id}", which is not in the framework.`, suggest(id, index.statements.keys(), 'Name a statement of this framework.')]];
  const ofOtherElement = (id: string, path: PropertyKey[]): Found[] => {
    const other = index.statements.get(id)?.element;
    return other === undefined || other === element ? [] : [[path, `The answer of the question "${item.id}" belongs to the element "${other}", not to "${element}".`, `Name a statement of "${element}".`]];
  };
  if (item.kind === 'which-statement') {
    const answer = index.statements.get(item.answer);
    return [
      ...unknownStatement(item.answer, ['answer']),
      ...ofOtherElement(item.answer, ['answer']),
      ...item.distractors.flatMap((id, at): Found[] => {
        const path = ['distractors', at];
        const distractor = index.statements.get(id);
        if (distractor?.element === element) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it belongs to "${element}" and is right.`, 'Name a statement of another element.']];
        if (distractor && distractor.text === answer?.text) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it has the same words as the right one.`, 'Name a statement with other words.']];
        return unknownStatement(id, path);
      }),
    ];
  }
  return [
    ...unknownStatement(item.statement, ['statement']),
    ...ofOtherElement(item.statement, ['statement']),
    ...item.distractors.flatMap((id, at): Found[] => {
      const path = ['distractors', at];
      if (id === element) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it is the right one.`, 'Name another element.']];
      return index.elements.has(id) ? [] : [[path, `The question "${item.id}" names the element "${id}", which is not in the framework.`, suggest(id, index.elements, 'Name an element of this framework.')]];
    }),
  ];
}
