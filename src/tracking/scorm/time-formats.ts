/** Above this a SCORM 1.2 timespan has no more digits for the hours. */
const MOST_HUNDREDTHS = 9_999 * 360_000 + 359_999;

const pad = (value: number): string => String(value).padStart(2, '0');

/** SCORM 1.2 CMITimespan, `HHHH:MM:SS.SS`. @param time milliseconds, not negative. */
export function formatTimespan12(time: number): string {
  const hundredths = Math.min(Math.round(time / 10), MOST_HUNDREDTHS);
  const seconds = Math.floor(hundredths / 100);
  return `${String(Math.floor(seconds / 3_600)).padStart(4, '0')}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${pad(hundredths % 100)}`;
}

/** SCORM 1.2 CMITime, `HH:MM:SS`: the time of day where the learner is. @param at ISO 8601. */
export function formatTimeOfDay(at: string): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(pad).join(':');
}

/** SCORM 2004 timeinterval. @param time milliseconds, not negative. */
export function formatInterval2004(time: number): string {
  const hundredths = Math.round(time / 10);
  const seconds = Math.floor(hundredths / 100);
  return `PT${Math.floor(seconds / 3_600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}.${pad(hundredths % 100)}S`;
}

/** SCORM 2004 time with two decimals and a zone: Moodle takes a zone only after decimals, and none takes three. @param at ISO 8601 with milliseconds, UTC. */
export const formatTimestamp2004 = (at: string): string => `${at.slice(0, 22)}Z`;
