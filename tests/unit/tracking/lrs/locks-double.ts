import type { TabLocks } from '../../../../src/tracking/lrs/one-tab.ts';

interface Waiting {
  grant(): void;
  refuse(reason: unknown): void;
}

/** `navigator.locks` as tabs share it: first come, first served; a stolen lock is lost, though its holder may work on. */
export class LocksDouble implements TabLocks {
  readonly #queues = new Map<string, Waiting[]>();
  readonly #holders = new Map<string, Waiting>();

  request(name: string, { signal, steal = false }: { signal?: AbortSignal; steal?: boolean }, work: () => Promise<void>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        refuse: reject,
        grant: () => {
          this.#holders.set(name, waiting);
          void work().then(resolve, reject).finally(() => {
            if (this.#holders.get(name) !== waiting) return;
            this.#holders.delete(name);
            this.#queues.get(name)?.shift()?.grant();
          });
        },
      };
      const holder = this.#holders.get(name);
      if (!holder) return waiting.grant();
      if (steal) {
        holder.refuse(new DOMException('Stolen', 'AbortError'));
        return waiting.grant();
      }
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      queue.push(waiting);
      signal?.addEventListener('abort', () => {
        if (!queue.includes(waiting)) return;
        queue.splice(queue.indexOf(waiting), 1);
        reject(signal.reason);
      });
    });
  }
}
