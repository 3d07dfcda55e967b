import type { LearnerRecord } from '../../record/learner-record.ts';
import type { OutboxEntry, Sending } from '../../record/outbox.ts';
import type { ConnectionStatus } from '../connection.ts';
import { Sender, type SenderOptions } from '../lrs/sender.ts';
import { isStatementDraft, sealStatement, type Seal } from '../lrs/statement.ts';
import { ACTIVITY_TYPES, VERBS } from '../lrs/vocabulary.ts';
import type { StateProgress } from './state-progress.ts';

interface ReporterOptions {
  seal: Seal;
  sender: Omit<SenderOptions, 'outbox' | 'seal'>;
  /** Left out where there is no one place to keep it. */
  progress: StateProgress | undefined;
}

/** Results are what somebody waits for. */
const RESULTS = new Set<string>([VERBS.completed.id, VERBS.passed.id, VERBS.failed.id]);
/** Of a module, as scenarios and checks are completed on the way to it. */
const isResult = ({ content }: OutboxEntry): boolean => isStatementDraft(content) && RESULTS.has(content.verb.id) && content.object.definition?.type === ACTIVITY_TYPES.module;

/**
 * Decisions and answers go together, with the result that they lead to, as the page is left, or after five minutes: a council's
 * learners share one network address, and many LRSs take a few hundred requests a minute from each. Until then they are safe on the device.
 */
const GATHER_FOR = 300_000;
/** About as many as fit into the one request that leaves with a page. */
const GATHER = 40;

const RETRYING = 'Your council’s learning record can’t be reached just now. You can go on: what you do is kept and sent by itself.';

/** Sends what a record wants told, and tells the page how that goes. */
export class XapiReporter {
  readonly #options: ReporterOptions;
  readonly #listeners = new Set<(status: ConnectionStatus) => void>();
  #status: ConnectionStatus = { state: 'connected' };

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  report(record: LearnerRecord): void {
    const { seal, sender: options, progress } = this.#options;
    // What no device keeps can't wait.
    const isUrgent = (entry: OutboxEntry) => isResult(entry) || record.health.state === 'not-kept';
    const sender = new Sender({ ...options, outbox: record.outbox, seal: (entry) => sealStatement(entry, seal), gather: { forMs: GATHER_FOR, enough: GATHER, isUrgent, ...options.gather } });
    record.outbox.subscribe(() => this.#tell(toStatus(record.outbox.sending)));
    if (progress) {
      record.subscribe(({ type }) => {
        if (type === 'saved') progress.saveSoon(() => record.readAll());
      });
      options.page?.onLeave(() => progress.saveNow());
      void progress.catchUp(() => record.readAll());
    }
    sender.start();
  }

  subscribe(listener: (status: ConnectionStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  #tell(status: ConnectionStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }
}

function toStatus(sending: Sending): ConnectionStatus {
  switch (sending.state) {
    case 'idle':
    case 'sending':
      return { state: 'connected' };
    case 'retrying':
      return { state: 'retrying', message: RETRYING };
    case 'stopped':
      return { state: 'stopped', message: sending.reason };
  }
}
