import * as z from 'zod/mini';
import { WhichElementSchema, WhichStatementSchema } from './generated.ts';
import { MatchSchema } from './match.ts';
import { MissingVoiceSchema } from './missing-voice.ts';
import { OrderItemSchema } from './order.ts';
import { WordingItemSchema } from './wording.ts';

/** A question of the knowledge check: made from ids by the generator, or written by a person. */
export const CheckItemSchema = z.discriminatedUnion('kind', [WhichStatementSchema, WhichElementSchema, MatchSchema, WordingItemSchema, OrderItemSchema, MissingVoiceSchema]);
export type CheckItem = z.output<typeof CheckItemSchema>;

/** Those that the generator writes. They hold no words. */
export type GeneratedCheckItem = Extract<CheckItem, { kind: 'which-statement' | 'which-element' }>;

/** Every practice statement that an item names, and where in the item. */
export function listNamedStatements(item: CheckItem): { id: string; path: readonly PropertyKey[] }[] {
  switch (item.kind) {
    case 'which-statement':
      return [{ id: item.answer, path: ['answer'] }, ...item.distractors.map((id, at) => ({ id, path: ['distractors', at] }))];
    case 'which-element':
      return [{ id: item.statement, path: ['statement'] }];
    case 'match':
      return item.statements.map((id, at) => ({ id, path: ['statements', at] }));
    default:
      return [{ id: item.restsOn, path: ['restsOn'] }];
  }
}
