import * as z from 'zod/mini';
import { isPublishedId, parseStatementId } from './ids.ts';

export const PublishedIdSchema = z
  .string({ error: 'Write an id: lower-case words joined by hyphens, such as "first-visit"' })
  .check(z.refine(isPublishedId, 'Use lower-case words joined by hyphens, such as "first-visit"'));

export const StatementIdSchema = z
  .string({ error: 'Name a practice statement, such as "my-framework/timely-help/1"' })
  .check(z.refine((id) => parseStatementId(id) !== undefined, 'Write a practice statement as framework/element/number, such as "my-framework/timely-help/1"'));
