import type { PackageOrder } from '../../course/package-order.ts';

/** What this build is for. Only `npm run package` builds these pages, and says it in the environment. */
export function readOrder(): PackageOrder {
  const { ACADEMY_PACKAGE: order } = process.env;
  if (order === undefined) throw new Error('These pages are built by `npm run package`.');
  return JSON.parse(order) as PackageOrder;
}
