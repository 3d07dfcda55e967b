/** Why there is no package, in words for whoever asked for it: what is wrong, and what to do. */
export class PackageError extends Error {
  override name = 'PackageError';
}
