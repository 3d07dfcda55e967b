/** Text of a document in Markdown of ours, so that nothing in it is read as a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
