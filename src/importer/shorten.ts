/** A text cut to be read in a report. */
export function shorten(text: string, length = 90): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
