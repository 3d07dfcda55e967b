import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { allowOrigin } from '../lrs/exchange.ts';

/** What can go wrong with one request. */
export type Fault =
  /** The connection breaks before the LRS hears anything. */
  | 'drop-before'
  /** It breaks while the body comes in. */
  | 'reset'
  /** The LRS stores; the answer is lost. */
  | 'drop-after'
  /** The LRS stores; the answer breaks off in the middle of its body. */
  | 'cut'
  /** The LRS stores; half of the answer's body comes, as if it were all. */
  | 'truncate'
  /** The request reaches the LRS twice, one after the other or at the same time. */
  | 'duplicate'
  /** It reaches the LRS after a while, whether or not somebody still waits. */
  | 'delay'
  /** An LRS that has too much to do, or an error; an error page of a gateway, which knows nothing of CORS; credentials that are refused. */
  | '429'
  | '500'
  | '502'
  | '401';

/** Which fault befalls a request; `undefined` where it goes through. Asked once for each that carries statements. */
export type FaultPlan = () => { fault: Fault; delay: number } | undefined;

export interface ProxiedRequest {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  path: string;
  /** How many it carried. */
  statements: number;
  fault: Fault | 'down' | undefined;
  /** What the sender was told; `undefined` where the connection broke. */
  status: number | undefined;
}

/** Stands between a page and an LRS and does to requests what networks, gateways and busy servers do. */
export interface FaultProxy {
  /** Endpoint to give to the page. */
  url: string;
  /** Applies to what carries statements. A plan of faults begins at once. */
  follow(plan: FaultPlan | undefined): void;
  /** While down, every connection breaks. */
  isDown: boolean;
  /** Every request, also those that ask for permission to come from another origin. */
  readonly log: readonly ProxiedRequest[];
  /** Ids of statements in the order in which the LRS first took them. */
  readonly taken: ReadonlySet<string>;
  /** The different texts with which each statement was sent. */
  readonly bodies: ReadonlyMap<string, ReadonlySet<string>>;
  clearLog(): void;
  stop(): Promise<void>;
}

const STORED_FIRST: ReadonlySet<Fault | undefined> = new Set(['drop-after', 'cut', 'truncate', 'duplicate', 'delay', undefined]);

/** @param retryAfter what it says with 429, in seconds */
export async function startFaultProxy(lrs: string, { retryAfter = 1 }: { retryAfter?: number } = {}): Promise<FaultProxy> {
  const target = new URL(lrs);
  const log: ProxiedRequest[] = [];
  const taken = new Set<string>();
  const bodies = new Map<string, Set<string>>();
  const sockets = new Set<Socket>();
  let plan: FaultPlan | undefined;

  const server = createServer((request, response) => {
    // A request whose body was read, or given up, no longer holds on to its socket.
    const { socket } = request;
    void handle(request, response, socket).catch(() => socket.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  async function handle(request: IncomingMessage, response: ServerResponse, socket: Socket): Promise<void> {
    const entry: ProxiedRequest = { at: Date.now(), method: request.method ?? '', path: request.url ?? '', statements: 0, fault: undefined, status: undefined };
    log.push(entry);
    if (proxy.isDown) {
      entry.fault = 'down';
      socket.destroy();
      return;
    }
    const carries = request.method === 'POST' || request.method === 'PUT';
    const { fault, delay } = (carries ? plan?.() : undefined) ?? { fault: undefined, delay: 0 };
    entry.fault = fault;
    const body = await readBody(request, fault === 'reset');
    const statements = carries ? listStatements(body) : [];
    const ids = statements.map(({ id }) => id);
    entry.statements = ids.length;
    for (const statement of statements) bodies.set(statement.id, (bodies.get(statement.id) ?? new Set()).add(JSON.stringify(statement)));
    if (fault === 'reset' || fault === 'drop-before') {
      socket.destroy();
      return;
    }
    const cors = allowOrigin(request.headers.origin);
    if (!STORED_FIRST.has(fault)) {
      entry.status = Number(fault);
      const headers = fault === '429' ? { ...cors, 'access-control-expose-headers': `${cors['access-control-expose-headers'] ?? ''}, Retry-After`, 'retry-after': String(retryAfter) } : fault === '502' ? {} : cors;
      response.writeHead(entry.status, headers).end('Not now.');
      return;
    }
    if (fault === 'delay') await pause(delay);
    const path = (request.url ?? '').replace(/^\/xAPI/, target.pathname);
    const first = forward(path, request, body);
    if (fault === 'duplicate' && delay % 2 === 0) await first;
    const answers = await Promise.all(fault === 'duplicate' ? [first, forward(path, request, body)] : [first]);
    const answer = answers.at(-1);
    if (!answer) return;
    if (carries && answer.status < 300) for (const id of ids) taken.add(id);
    if (fault === 'drop-after') {
      socket.destroy();
      return;
    }
    entry.status = answer.status;
    const { 'transfer-encoding': _, ...headers } = answer.headers;
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    if (fault === 'cut') {
      response.writeHead(answer.status, { ...headers, 'content-length': answer.body.length }).write(half, () => socket.destroy());
      return;
    }
    const given = fault === 'truncate' ? half : answer.body;
    response.writeHead(answer.status, { ...headers, 'content-length': given.length }).end(given);
  }

  function forward(path: string, { method, headers }: IncomingMessage, body: Buffer): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const { 'transfer-encoding': _, ...kept } = headers;
      const asked = ask({ host: target.hostname, port: target.port, path, method, headers: { ...kept, host: target.host, connection: 'close', 'content-length': body.length } }, (answer) => {
        readBody(answer, false).then((answered) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answered }), reject);
      });
      asked.once('error', reject);
      asked.end(body);
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let isDown = false;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xAPI`,
    follow: (next) => {
      plan = next;
    },
    get isDown() {
      return isDown;
    },
    set isDown(down) {
      isDown = down;
      if (down) for (const socket of sockets) socket.destroy();
    },
    log,
    taken,
    bodies,
    clearLog() {
      log.length = 0;
      taken.clear();
      bodies.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

/** @param breaksOff gives up at the first bytes */
async function readBody(message: IncomingMessage, breaksOff: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk as Buffer);
    if (breaksOff) break;
  }
  return Buffer.concat(chunks);
}

/** None where the body broke off. */
function listStatements(body: Buffer): readonly { id: string }[] {
  try {
    const parsed = JSON.parse(body.toString()) as { id: string } | { id: string }[];
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return [];
  }
}
