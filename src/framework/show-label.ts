/**
 * A heading as it reads on a page. Words in capitals throughout come down to sentence case, because capitals are hard to
 * read and some screen readers spell them out; the quotation itself stays as it is.
 */
export function showLabel(label: string): string {
  const isShouted = label.length > 6 && label === label.toUpperCase() && /[A-Z]{4}/.test(label);
  if (!isShouted) return label;
  const lower = label.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
