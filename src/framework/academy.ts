import * as z from 'zod/mini';
import { findCredentials } from './find-credentials.ts';
import { PublishedIdSchema } from './id-schemas.ts';
import { parseWith } from './parse-with.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './safe-yaml.ts';
import { TrackingSchema } from './tracking-settings.ts';

const line = (what: string, max: number) =>
  z.string({ error: `Write ${what}` }).check(z.trim(), z.minLength(1, `Write ${what}`), z.maxLength(max, `Shorten ${what} to ${max} characters or fewer`));

/** An https address without login, query or fragment, and without a slash at its end. */
const ADDRESS = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*$/;
const ORIGIN = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const BASE = /^\/(?:[A-Za-z0-9._~-]+\/)*$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

const hasNoDots = (path: string) => !path.split('/').some((part) => part === '.' || part === '..');

/** `content/academy.yaml`: what a council edits first. Everything in it is public. */
export const AcademySchema = z.strictObject({
  /** Stands in the header and in page titles. */
  name: line('the academy’s name', 80),
  organisation: z.optional(line('the organisation’s name', 120)),
  /** Start of every permanent activity IRI: `<iriBase>/<framework>/<element>`. It need not be a page. */
  iriBase: z
    .string({ error: 'Write the start of the academy’s permanent addresses, such as https://academy.example/frameworks' })
    .check(
      z.regex(ADDRESS, 'Start with https:// and a lower-case host, and leave out a slash at the end, such as https://academy.example/frameworks'),
      z.refine(hasNoDots, 'Write the address without "." or ".." parts'),
    ),
  /** Where the site is hosted: https and the host, no path. */
  site: z.optional(z.string().check(z.regex(ORIGIN, 'Write https:// and the host only, such as https://academy.example'))),
  /** The folder of the site on its host, with a slash at both ends. */
  base: z._default(z.string().check(z.regex(BASE, 'Start and end with a slash, such as / or /academy/'), z.refine(hasNoDots, 'Write the path without "." or ".." parts')), '/'),
  brand: z.strictObject({
    /** `#rrggbb`. The styles derive all other shades from it. */
    colour: z.string({ error: 'Write the brand colour, such as "#1f5c57"' }).check(z.regex(COLOUR, 'Write a colour in quotes as # and six digits or letters a to f, such as "#1f5c57"')),
  }),
  /** Ids of the frameworks to show, in this order. Left out: all of them. */
  frameworks: z.optional(z.array(PublishedIdSchema).check(z.minLength(1, 'Name at least one framework, or leave "frameworks" out to show all of them'))),
  /** Who staff turn to when a scenario touches them. */
  support: z.optional(z.strictObject({ label: line('a label for the support', 80), text: line('whom staff can turn to', 600) })),
  /** How the site reports to the council's LRS. Left out: it doesn't. */
  tracking: z.optional(TrackingSchema),
  /** Language of the site's own text, as in HTML's `lang`. */
  language: z._default(z.string().check(z.regex(LANGUAGE, 'Write a language code such as en-GB')), 'en-GB'),
});
/** As a person writes it. */
export type AcademyInput = z.input<typeof AcademySchema>;
export type Academy = z.output<typeof AcademySchema>;

/**
 * Holds `academy.yaml` against its schema. A field that is named like a credential, or holds what looks like one, is refused
 * with the reason: all that is built is public, and a secret in a static site is a published secret.
 */
export function parseAcademy(yaml: YamlFile): { value: Academy; problems: [] } | { value: undefined; problems: Problem[] } {
  const credentials = findCredentials(yaml.value).map(({ path, by }): Problem => ({
    rule: 'credential-in-content',
    severity: 'error',
    place: yaml.placeOf(path),
    message: `"${path.join('.')}" ${by === 'name' ? 'looks like a credential' : 'holds what looks like a password, key or token'}, and everything that is built from this file is public: anybody could read it.`,
    hint: 'Remove the field, and have the credential replaced if this file was ever shared. Systems that need a login hand it over when they launch a module.',
  }));
  if (credentials.length > 0) return { value: undefined, problems: credentials };
  return parseWith(AcademySchema, yaml, 'academy');
}
