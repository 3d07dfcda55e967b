/** The time of an event at `now` (milliseconds since 1970) that comes after `newest`: a clock put back can't reorder a record. */
export function timeAfter(now: number, newest: string | undefined): string {
  const earliest = newest === undefined ? now : Date.parse(newest) + 1;
  return new Date(Math.max(now, earliest)).toISOString();
}

/** Oldest first. Events of one device never share a time; those brought from another may, and then the id decides. */
export function sortByTime<Event extends { at: string; id: string }>(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}
