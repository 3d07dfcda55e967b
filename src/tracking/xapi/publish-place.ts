/** Where the site stands, as academy.yaml says. */
export interface SitePlace {
  /** `https://` and the host; left out where nobody knows yet. */
  site?: string | undefined;
  /** The site's folder on its host, with a slash at both ends. */
  base: string;
}

/** Where files go whose IRIs lie on another host or outside of the site, to be copied or redirected from there. */
const ELSEWHERE = 'activities';

/**
 * The folder of the site, without slashes around it, in which what is published about an IRI goes: the IRI's own path, where that
 * lies in the site, so that the host only has to serve a file's content at the IRI. A site whose host is unknown is taken for the IRIs'.
 */
export function placeInSite(iri: string, iriBase: string, { site, base }: SitePlace): string {
  const { origin, pathname } = new URL(iri);
  const isHere = (site === undefined || site === origin) && `${new URL(iriBase).pathname}/`.startsWith(base);
  return isHere ? pathname.slice(base.length) : `${ELSEWHERE}${iri.slice(iriBase.length)}`;
}
