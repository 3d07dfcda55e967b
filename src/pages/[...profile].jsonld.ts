import type { APIRoute, GetStaticPaths } from 'astro';
import { academy } from '../layouts/academy.ts';
import { profileIds } from '../tracking/lrs/profile-ids.ts';
import { writeProfile } from '../tracking/xapi/profile.ts';
import { placeInSite } from '../tracking/xapi/publish-place.ts';

/** The xAPI Profile, at its own IRI and at that of its version; see docs/xapi-profile.md for what the host has to do. */
export const getStaticPaths = (() => {
  const { iriBase } = academy;
  const { profile, version } = profileIds(iriBase);
  return [profile, version].map((iri) => ({ params: { profile: placeInSite(iri, iriBase, academy) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
  const profile = writeProfile({ iriBase: academy.iriBase, publisher: academy.organisation ?? academy.name, site: academy.site });
  return new Response(`${JSON.stringify(profile, undefined, 2)}\n`, { headers: { 'content-type': 'application/ld+json' } });
};
