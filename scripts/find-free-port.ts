import { createServer } from 'node:net';

/** The first port from `wanted` on that nothing listens on. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}

/** Asks on both address families: a server on one of them is enough to be in the way. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const answer = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
      server.listen({ port, host }, () => server.close(() => resolve(true)));
    });
    if (!answer) return false;
  }
  return true;
}
