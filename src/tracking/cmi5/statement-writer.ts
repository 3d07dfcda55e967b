import type { DefinedVerb } from './cmi5-terms.ts';
import { writeDefinedStatement } from './defined-statement.ts';
import type { LaunchData } from './launch-data.ts';
import type { Cmi5Launch } from './launch.ts';
import type { SessionClock } from './session-clock.ts';
import type { SessionTimer } from './session-timer.ts';

/** Makes the statements of a session about itself, each with an id and a time of its own. */
export class StatementWriter {
  readonly #launch: Cmi5Launch;
  readonly #data: LaunchData;
  readonly #sources: { times: SessionClock; timer: SessionTimer; newId: () => string };

  constructor(launch: Cmi5Launch, data: LaunchData, sources: { times: SessionClock; timer: SessionTimer; newId: () => string }) {
    this.#launch = launch;
    this.#data = data;
    this.#sources = sources;
  }

  /** @returns its id, and its JSON text as it is sent */
  write({ verb, score }: { verb: DefinedVerb; score?: number }): { id: string; body: string } {
    const { times, timer, newId } = this.#sources;
    const id = newId();
    const statement = { verb, id, timestamp: times.stamp(), spent: timer.read(), ...(score !== undefined && { score }) };
    return { id, body: writeDefinedStatement(statement, this.#launch, this.#data) };
  }
}
