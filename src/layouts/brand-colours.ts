/** Every ground of the light and the dark design that text in the brand colour can stand on, as in styles/_tokens.scss. */
export const LIGHT_GROUNDS = ['#fbf7f0', '#fffdf9', '#f3ecdf', '#e3f0e4', '#e2eef4', '#f8ecd2', '#fae3dc', '#f8e7db', '#f3e5ef', '#e2edf5', '#f6ecce', '#e9f0da', '#f7e3e6'] as const;
export const DARK_GROUNDS = ['#1a1815', '#24211d', '#2d2923', '#1f3527', '#1d303c', '#3a2e17', '#43231c', '#3a281e', '#372433', '#1f2f3e', '#37301a', '#2a321d', '#3b2429'] as const;

/** WCAG 2.2, 1.4.3: text needs 4.5:1. */
const ENOUGH_CONTRAST = 4.6;

/**
 * A style sheet that puts a council's colour in place of ours. The colour is darkened (light design) or lightened (dark
 * design) until text in it can be read on every ground of the design.
 * @param colour `#rrggbb`
 */
export function writeBrandStyles(colour: string): string {
  const light = shiftUntilReadable(colour, '#000000', LIGHT_GROUNDS);
  const dark = shiftUntilReadable(colour, '#ffffff', DARK_GROUNDS);
  const rules = (brand: string, strong: string, on: string) => `--brand:${brand};--brand-strong:${strong};--on-brand:${on};--govuk-brand-colour:${brand};--govuk-link-colour:${brand};--govuk-link-hover-colour:${strong}`;
  // Twice :root, because the order in which style sheets load must not decide.
  return `@media screen{:root:root{${rules(light, mix(light, '#000000', 0.35), '#fffdf8')}}}\n@media screen and (prefers-color-scheme:dark){:root:root{${rules(dark, mix(dark, '#ffffff', 0.45), '#121110')}}}\n`;
}

function shiftUntilReadable(colour: string, towards: string, grounds: readonly string[]): string {
  for (let share = 0; share < 1; share += 0.05) {
    const shifted = mix(colour, towards, share);
    if (grounds.every((ground) => contrast(shifted, ground) >= ENOUGH_CONTRAST)) return shifted;
  }
  return towards;
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mix(colour: string, other: string, share: number): string {
  const target = channels(other);
  return `#${channels(colour).map((channel, index) => Math.round(channel * (1 - share) + (target[index] ?? 0) * share).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
