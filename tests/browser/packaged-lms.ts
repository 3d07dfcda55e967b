import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { build } from 'esbuild';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.xml': 'application/xml' };

/** As deep as LMSs put what was uploaded. */
export const PLACE = '/pluginfile.php/17/content/1/';

const LMS_SCRIPT = `
  import { StrictLms } from './tests/peers/scorm-strict.ts';
  const version = new URLSearchParams(location.search).get('version');
  window.lms = new StrictLms(version);
  window[version === '1.2' ? 'API' : 'API_1484_11'] = window.lms.api;
`;

/**
 * A web server as LMSs have them: a package lies deep below a folder and folders have no page of their own. Beside it stands
 * the page of an LMS that frames the package, with the API of SCORM or without.
 */
export class PackagedLms {
  url = '';
  /** The same server by another name: a page of one is cross-site to a page of the other. */
  otherSite = '';
  /** What was asked for and is not there. */
  readonly missing: string[] = [];
  readonly #packages = new Map<string, ReadonlyMap<string, Uint8Array>>();
  #script = '';
  #server: Server | undefined;

  async start(): Promise<void> {
    const { outputFiles } = await build({ stdin: { contents: LMS_SCRIPT, resolveDir: process.cwd() }, bundle: true, format: 'iife', write: false, target: 'es2022' });
    this.#script = outputFiles[0]?.text ?? '';
    const server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lms');
      const found = this.#find(decodeURIComponent(pathname), searchParams);
      if (!found) this.missing.push(pathname);
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.otherSite = `http://localhost:${port}`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** Puts a package there, as an LMS does with a zip. Answers with where it lies, with a slash at its end. */
  upload(name: string, files: ReadonlyMap<string, Uint8Array>): string {
    this.#packages.set(name, files);
    return `${this.url}${PLACE}${name}/`;
  }

  /** The LMS's page around a page of a package. */
  frame(src: string, { version, sandbox, from = this.url }: { version?: '1.2' | '2004'; sandbox?: string; from?: string } = {}): string {
    const query = new URLSearchParams({ src, ...(version && { version }), ...(sandbox !== undefined && { sandbox }) });
    return `${from}/lms?${query.toString()}`;
  }

  #find(path: string, query: URLSearchParams): { type: string; body: string | Uint8Array } | undefined {
    if (path === '/lms') return { type: 'text/html; charset=utf-8', body: writeFrame(query) };
    if (path === '/lms.js') return { type: 'text/javascript', body: this.#script };
    if (path === '/favicon.ico') return { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
    if (path === '/back') return { type: 'text/html; charset=utf-8', body: '<!doctype html><html lang="en"><title>Your courses</title><h1>Your courses</h1></html>' };
    const [, name = '', file = ''] = /^([^/]+)\/(.+)$/.exec(path.startsWith(PLACE) ? path.slice(PLACE.length) : '') ?? [];
    const body = this.#packages.get(name)?.get(file);
    return body && { type: TYPES[extname(file)] ?? 'application/octet-stream', body };
  }
}

function writeFrame(query: URLSearchParams): string {
  const attributes = [...query].filter(([name]) => name === 'src' || name === 'sandbox').map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  const script = query.has('version') ? '<script src="/lms.js"></script>' : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LMS</title>${script}</head><body style="margin:0"><iframe id="content" title="Module" style="display:block;width:100vw;height:100vh;border:0"${attributes.join('')}></iframe></body></html>`;
}
