/** The clock of this browser, as those who report want it: milliseconds since 1970, and timers that can be called off. */
export const browserClock = {
  now: () => Date.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
