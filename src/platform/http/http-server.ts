import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { later } from '../clock.ts';
import { type Log, toLogFields } from '../log.ts';
import type { Answer, ProblemPages } from './answer.ts';
import { createAnswerCounts } from './answer-counts.ts';
import { answerFault, answerRequest, type Seen, type Site } from './answer-request.ts';
import { isTrusted } from './client-address.ts';
import { createProxyWatch } from './proxy-watch.ts';
import { sendAnswer, withSecurity } from './send-answer.ts';
import { isNear } from './sockets/near-addresses.ts';
import { createSocketLimits, type SocketLimitOptions } from './sockets/socket-limits.ts';
import { createTurns, type TurnLimits, type Turns } from './sockets/turns.ts';

/**
 * The site's server: sockets, time-outs and stopping. What an address gets is in answer-request.ts.
 * Nothing a visitor typed is logged: no address, no query, no body.
 */
export interface ServerOptions extends Site {
  log: Log;
  /** Visitors come by https, through a proxy. */
  https: boolean;
  /** How long a client may take to send a request. */
  requestTimeoutMs?: number;
  turns?: TurnLimits;
  sockets?: Pick<SocketLimitOptions, 'most' | 'mostByNetwork'>;
}

// Room for the longest address that gets a page, and as much again for what browsers and proxies add. What
// has not ended is kept for requestTimeoutMs, at several times its size.
const MAX_HEADER_BYTES = 32 * 1024;
const IDLE_SOCKET_MS = 30_000;
const REFUSED_SOCKET_MS = 1_000;

export function createSiteServer(options: ServerOptions): Server {
  const { requestTimeoutMs = 10_000, problemPage, https, log, trustedProxies } = options;
  const seen: Seen = { proxies: createProxyWatch(options), answers: createAnswerCounts() };
  const turns = createTurns(options.turns);
  const limits = createSocketLimits({
    ...options.sockets,
    isExempt: (address) => isTrusted(address, trustedProxies) || isNear(address),
    isBusy: turns.isBusy,
    log,
  });
  const server = createServer(
    {
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, requestTimeoutMs / 2),
      keepAliveTimeout: 5000,
      maxHeaderSize: MAX_HEADER_BYTES,
      // Node's own refusal of a request without Host would go without our headers.
      requireHostHeader: false,
    },
    async (request, response) => {
      if (!(await turns.take(request, response))) return;
      const answer = await findAnswer(request, options, seen);
      if (!answer) return;
      if (!server.listening) response.setHeader('connection', 'close');
      send(request, response, answer, { https, log, seen });
    },
  );
  server.timeout = IDLE_SOCKET_MS;
  server.on('connection', limits.admit);
  server.on('checkExpectation', async (request, response) => {
    if (!(await turns.take(request, response))) return;
    sendAnswer(request, response, problemPage('address', 417), https);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuse(socket, toRefusal(error, socket, { turns, problemPage }), https);
  });
  return server;
}

/** `undefined`: the client went away before it had asked. */
async function findAnswer(
  request: IncomingMessage,
  options: ServerOptions,
  seen: Seen,
): Promise<Answer | undefined> {
  const asked = toPath(request.url ?? '');
  const about = {
    ...(options.isSecret(asked) ? { isSecret: true as const } : {}),
    ...(options.isOpenData?.(asked) ? { isOpenData: true as const } : {}),
  };
  try {
    const answer = await answerRequest(request, options, seen);
    return { ...answer, ...about };
  } catch (fault) {
    if (request.destroyed && !request.complete) return undefined;
    options.log.error('request.failed', toLogFields(fault));
    const answer = await answerFault(options, request.headers['accept-encoding']);
    return { ...answer, ...about };
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  { https, log, seen }: Pick<ServerOptions, 'https' | 'log'> & { seen: Seen },
): void {
  try {
    sendAnswer(request, response, answer, https);
    seen.answers.count(response.statusCode);
  } catch (fault) {
    log.error('request.failed', toLogFields(fault));
    response.destroy();
  }
}

function toRefusal(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  { turns, problemPage }: { turns: Turns; problemPage: ProblemPages },
): Answer | undefined {
  // It would be read as the answer to a request before this one.
  if (error.code === 'ECONNRESET' || turns.isBusy(socket)) return undefined;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return problemPage('address', 408);
  return problemPage('address', error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
}

// As near as a damaged address lets it be read.
function toPath(address: string): string {
  const [path = ''] = address.toLowerCase().split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// The request could not be read, so there is no response object to answer with.
function refuse(socket: Duplex, answer: Answer | undefined, https: boolean): void {
  // What it goes on sending is refused as well, and is let pass for a moment: a socket that is closed on
  // bytes that nobody read loses the refusal on its way.
  if (socket.writableEnded && !socket.destroyed) return;
  if (!answer || !socket.writable) {
    socket.destroy();
    return;
  }
  later(REFUSED_SOCKET_MS, () => socket.destroy());
  const headers = Object.entries(withSecurity(answer, https)).map(
    ([name, value]) => `${name}: ${String(value)}\r\n`,
  );
  const length = Buffer.byteLength(answer.body);
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${headers.join('')}` +
      `content-length: ${length}\r\nconnection: close\r\n\r\n${answer.body}`,
  );
}
