import type { LearnerEvent } from '../../record/learner-event.ts';

/** Milliseconds. Whoever does nothing for longer has put the thing aside: the rest of that time does not count. */
export const LONGEST_PAUSE = 5 * 60_000;

/**
 * The time spent on something, in milliseconds, up to and with the last event. The time before an event counts for what that
 * event is about, from the second event on that is about it; of every pause five minutes count at most. So a night between two
 * decisions adds five minutes, and work on something else in between adds nothing.
 * @param events oldest first.
 * @returns `undefined` where only one event is about it: then nothing was measured.
 */
export function measureTime(events: readonly LearnerEvent[], isAboutIt: (event: LearnerEvent) => boolean): number | undefined {
  let time: number | undefined;
  let hasStarted = false;
  let previous = 0;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (isAboutIt(event)) {
      if (hasStarted) time = (time ?? 0) + Math.min(Math.max(at - previous, 0), LONGEST_PAUSE);
      hasStarted = true;
    }
    previous = at;
  }
  return time;
}

/** ISO 8601 with hours, minutes and seconds, the latter with at most two decimals, as xAPI and SCORM 2004 compare them. @param time milliseconds, not negative. */
export function formatDuration(time: number): string {
  const hundredths = Math.round(time / 10);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6_000) % 60;
  const seconds = (hundredths % 6_000) / 100;
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''].join('');
  return `PT${parts === '' ? '0S' : parts}`;
}
