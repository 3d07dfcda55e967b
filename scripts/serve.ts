import { preview } from 'astro';
import { readAcademySettings } from '../src/checks/read-academy-settings.ts';
import { findFreePort } from './find-free-port.ts';

/** Serves the built site and says where. Where the wanted port is taken it says so, and takes the next free one. */
export async function serve(wanted: number): Promise<void> {
  const port = await findFreePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is in use by another program, so the academy uses ${port}.`);
  const server = await preview({ server: { port, host: 'localhost' }, logLevel: 'error' });
  console.log(`\nThe academy is at http://localhost:${port}${readAcademySettings(process.env.ACADEMY_CONTENT ?? 'content').base}\nPress Ctrl and C to stop it.`);
  await server.closed();
}

/** Reads `--port`. */
export function readPort(text: string | undefined): number {
  const port = Number(text ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`"${text}" is not a port. Write a number from 1 to 65535.`);
  return port;
}
