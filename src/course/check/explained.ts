import { StatementIdSchema } from '../../framework/id-schemas.ts';
import { writtenText } from '../written-text.ts';

/** Shown after the answer, whichever it was. In our voice, about the practice and never about the learner. */
export const ExplanationSchema = writtenText(20, 400, 'an explanation');

/** The practice statement, of the module's own framework, that decides the answer. It is quoted under the explanation. */
export const RestsOnSchema = StatementIdSchema;

/** What is going on, before the question is asked. */
export const ContextSchema = writtenText(20, 400, 'the moment that the question is about');
