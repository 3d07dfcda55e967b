import { ContentError, type Problem } from '../../../../src/framework/problem.ts';

/** The problem that a document is refused with; `undefined` where it is read, and the error itself where it is no refusal. */
export async function problemOf(read: () => unknown): Promise<Problem | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof ContentError) return error.problems[0];
    throw error;
  }
}
