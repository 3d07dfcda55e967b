/** The first element inside `root` that matches. Throws where the page's HTML does not hold it: script and HTML are made together. */
export function findElement<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The page holds no "${selector}"`);
  return found;
}
