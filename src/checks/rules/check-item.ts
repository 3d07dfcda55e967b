import { parseStatementId } from '../../framework/ids.ts';
import { listNamedStatements, type CheckItem } from '../../course/check/check-item.ts';
import { CHOICES, listChoices } from '../../course/check/match.ts';
import { indexStatements, type StatementIndex } from '../statement-index.ts';
import { suggest } from '../nearest.ts';
import { quotedWords } from '../quoted-words.ts';
import { defineRule, type Finding } from '../rule.ts';

type Found = [path: readonly PropertyKey[], message: string, hint: string];

export const checkItem = defineRule('check-item', 'error', 'Every question of a knowledge check has one right answer, and all it names is in the framework.', ({ modules, frameworks }) => {
  const indexes = new Map(frameworks.map(({ framework }) => [framework.id, indexStatements(framework)]));
  return modules.flatMap((file) => {
    const index = indexes.get(file.module.framework);
    if (!index) return [];
    return file.module.check.flatMap((item, at) =>
      [...findUnknown(item, index), ...findWithin(item, file.module.element, index)].map(([path, message, hint]): Finding => [file, ['check', at, ...path], message, hint]),
    );
  });
});

function findUnknown(item: CheckItem, { framework, statements, withdrawn }: StatementIndex): Found[] {
  return listNamedStatements(item).flatMap(({ id, path }): Found[] => {
    // Another rule tells of those withdrawn.
    if (statements.has(id) || withdrawn.has(id)) return [];
    const other = parseStatementId(id)?.framework;
    const isElsewhere = other !== undefined && other !== framework;
    return [
      isElsewhere
        ? [path, `The question "${item.id}" names the statement "${id}", which is of the framework "${other}" and not of "${framework}".`, `Name a statement of "${framework}": learners see their own framework’s words.`]
        : [path, `The question "${item.id}" names the statement "${id}", which is not in the framework.`, suggest(id, statements.keys(), 'Name a statement of this framework.')],
    ];
  });
}

function findWithin(item: CheckItem, element: string, index: StatementIndex): Found[] {
  switch (item.kind) {
    case 'which-statement':
      return [...findForeignAnswer(item.id, item.answer, ['answer'], element, index), ...findRightDistractors(item, element, index)];
    case 'which-element':
      return [
        ...findForeignAnswer(item.id, item.statement, ['statement'], element, index),
        ...item.distractors.flatMap((id, at): Found[] => {
          const path = ['distractors', at];
          if (id === element) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it is the right one.`, 'Name another element.']];
          return findUnknownElement(item.id, id, path, index);
        }),
      ];
    case 'match':
      return findInMatch(item, element, index);
    case 'wording':
      return findAlike(item.id, [{ ...item.right, path: ['right'] }, ...item.others.map((other, at) => ({ ...other, path: ['others', at] }))], 'text', 'wordings');
    case 'order':
      return findAlike(item.id, item.steps.map((step, at) => ({ ...step, path: ['steps', at] })), 'text', 'steps');
    case 'missing-voice': {
      const people = [{ ...item.missing, path: ['missing'] }, ...item.heard.map((person, at) => ({ ...person, path: ['heard', at] }))];
      return findAlike(item.id, people.map(({ person, ...rest }) => ({ ...rest, text: person })), 'person', 'people');
    }
  }
}

function findForeignAnswer(question: string, id: string, path: PropertyKey[], element: string, { statements }: StatementIndex): Found[] {
  const other = statements.get(id)?.element;
  return other === undefined || other === element ? [] : [[path, `The answer of the question "${question}" belongs to the element "${other}", not to "${element}".`, `Name a statement of "${element}".`]];
}

function findRightDistractors(item: Extract<CheckItem, { kind: 'which-statement' }>, element: string, { statements }: StatementIndex): Found[] {
  const answer = statements.get(item.answer);
  return item.distractors.flatMap((id, at): Found[] => {
    const path = ['distractors', at];
    const distractor = statements.get(id);
    if (distractor?.element === element) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it belongs to "${element}" and is right.`, 'Name a statement of another element.']];
    if (distractor && distractor.text === answer?.text) return [[path, `The question "${item.id}" offers "${id}" as a wrong answer, but it has the same words as the right one.`, 'Name a statement with other words.']];
    return [];
  });
}

function findUnknownElement(question: string, id: string, path: PropertyKey[], { elements }: StatementIndex): Found[] {
  return elements.has(id) ? [] : [[path, `The question "${question}" names the element "${id}", which is not in the framework.`, suggest(id, elements, 'Name an element of this framework.')]];
}

function findInMatch(item: Extract<CheckItem, { kind: 'match' }>, element: string, index: StatementIndex): Found[] {
  const elementOf = (id: string) => index.statements.get(id)?.element;
  const choices = listChoices(item, element, elementOf);
  const found: Found[] = [
    ...item.statements.flatMap((id, at): Found[] => {
      const path = ['statements', at];
      if (item.statements.indexOf(id) !== at) return [[path, `The question "${item.id}" names "${id}" twice.`, 'Name another statement.']];
      const words = quotedWords(index.statements.get(id)?.text ?? '');
      const twin = [...index.statements].find(([other, { element: where, text }]) => other !== id && where !== elementOf(id) && choices.includes(where) && words !== '' && quotedWords(text) === words);
      return twin ? [[path, `The words of "${id}" stand under "${twin[1].element}" as well, so the question "${item.id}" has two right answers.`, 'Name a statement with other words.']] : [];
    }),
    ...item.alsoOffer.flatMap((id, at): Found[] => {
      const path = ['alsoOffer', at];
      if (id === element || item.statements.some((statement) => elementOf(statement) === id)) return [[path, `The question "${item.id}" offers "${id}" already.`, 'Name another element, or take this out.']];
      return findUnknownElement(item.id, id, path, index);
    }),
  ];
  // What is unknown or withdrawn has no element: say that first, and count when all of it is there.
  if (found.length > 0 || item.statements.some((id) => elementOf(id) === undefined)) return found;
  if (!item.statements.some((id) => elementOf(id) === element)) return [[['statements'], `The question "${item.id}" names no statement of "${element}", the element of this module.`, `Name at least one statement of "${element}".`]];
  if (choices.length < CHOICES.min) return [[['statements'], `The question "${item.id}" offers ${choices.length} ${choices.length === 1 ? 'element' : 'elements'} to choose from: ${choices.join(', ')}.`, 'Name statements of three or four elements, or add elements to "alsoOffer".']];
  if (choices.length > CHOICES.max) return [[['statements'], `The question "${item.id}" offers ${choices.length} elements to choose from: ${choices.join(', ')}.`, 'Take out a statement or an element, so that there are three or four.']];
  return [];
}

/** Ids and texts of what is chosen from or put in order must differ, however they are spelled. */
function findAlike(question: string, things: readonly { id: string; text: string; path: readonly PropertyKey[] }[], field: string, what: string): Found[] {
  return things.flatMap(({ id, text, path }, at): Found[] => {
    const earlier = things.slice(0, at);
    if (earlier.some((thing) => thing.id === id)) return [[[...path, 'id'], `Two ${what} of the question "${question}" are named "${id}".`, 'Give one of them another id.']];
    const twin = earlier.find((thing) => quotedWords(thing.text) === quotedWords(text));
    return twin ? [[[...path, field], `Two ${what} of the question "${question}" have the same words: "${twin.id}" and "${id}".`, 'Write what sets this one apart, or take it out.']] : [];
  });
}
