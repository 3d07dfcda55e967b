import type { PackageTarget } from '../../course/package-order.ts';

/**
 * What a page of a package may load and where it may send to. LMSs serve packages with no headers of ours, so it stands in the
 * page. SCORM speaks to the window around it and to no server; an LRS can be anywhere, on http only on the same machine.
 */
export function writeContentPolicy(target: PackageTarget): string {
  const isScorm = target === 'scorm12' || target === 'scorm2004';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    `connect-src ${isScorm ? "'none'" : "'self' https: http://localhost:* http://127.0.0.1:*"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
