/** Time as it is handed in, so that every test repeats. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once after `ms` milliseconds. Returns how to call it off. */
  after(ms: number, run: () => void): () => void;
}
