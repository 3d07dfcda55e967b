import * as z from 'zod/mini';

/** An LRS of the council's, or one on the same machine to try things out. */
const LRS_ORIGIN = /^(?:https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$/;
const PROXY_PATH = /^\/(?:[A-Za-z0-9._~-]+\/)+$/;
const IDENTITY_PATH = /^\/(?:[A-Za-z0-9._~-]+\/)*[A-Za-z0-9._~-]+$/;

const hasNoDots = (path: string) => !path.split('/').some((part) => part === '.' || part === '..');

/** Versions of xAPI that statements can be sent under. */
export const XAPI_VERSIONS = ['1.0.3', '2.0.0'] as const;

/**
 * How the site reports to the council's learning record store (LRS). Left out of `academy.yaml`: nothing is reported, no
 * launch link is looked at, and no page carries a part for it. There is no field for a key or password, on purpose: all of
 * this is public.
 */
export const TrackingSchema = z
  .strictObject({
    xapiVersion: z._default(z.enum(XAPI_VERSIONS, { error: `Write ${XAPI_VERSIONS.join(' or ')}` }), '1.0.3'),
    /** Where an LMS may ask the site to report to: the origins of the LRSs that a launch link may name. */
    launchOrigins: z._default(z.array(z.string().check(z.regex(LRS_ORIGIN, 'Write https:// and the host only, such as https://lrs.example'))), []),
    /** A path of this site behind which the council's own web server signs in to the LRS. */
    proxy: z.optional(
      z.strictObject({
        /** Where statements go; starts and ends with a slash. */
        path: z._default(z.string().check(z.regex(PROXY_PATH, 'Start and end with a slash, such as /xapi/'), z.refine(hasNoDots, 'Write the path without "." or ".." parts')), '/xapi/'),
        /** Who is signed in, as JSON. */
        identity: z._default(z.string().check(z.regex(IDENTITY_PATH, 'Write a path on this site, such as /xapi/identity.json'), z.refine(hasNoDots, 'Write the path without "." or ".." parts')), '/xapi/identity.json'),
      }),
    ),
    /** A page on which people in a pilot type in where to report to. */
    manual: z._default(z.boolean(), false),
    /** Whether the text of reflections is sent, too. */
    reflections: z._default(z.boolean(), false),
  })
  .check(z.refine(({ launchOrigins, proxy, manual }) => launchOrigins.length > 0 || proxy !== undefined || manual, { error: 'Name at least one way to reach a learning record store (launchOrigins, proxy or manual), or leave "tracking" out', path: ['launchOrigins'] }));

export type Tracking = z.output<typeof TrackingSchema>;

/** Where a page has to be allowed to send to, as sources of a content security policy. */
export function listTrackingSources(tracking: Tracking | undefined): string[] {
  if (!tracking) return [];
  // Nobody knows where a pilot reports to before it is typed in.
  return [...tracking.launchOrigins, ...(tracking.manual ? ['https:'] : [])];
}
