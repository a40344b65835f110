import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Log, toLogFields } from '../log.ts';
import type { Answer, ProblemPages } from './answer.ts';
import { answerFault, answerRequest, type Site } from './answer-request.ts';
import { createProxyWatch } from './proxy-watch.ts';
import { sendAnswer, withSecurity } from './send-answer.ts';

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
}

// Room for an address that is too long to be answered with a page that says so.
const MAX_HEADER_BYTES = 128 * 1024;
const IDLE_SOCKET_MS = 30_000;

export function createSiteServer(options: ServerOptions): Server {
  const { requestTimeoutMs = 10_000, problemPage, https, log } = options;
  const proxies = createProxyWatch(options);
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
      let answer: Answer;
      const isSecret = options.isSecret(toPath(request.url ?? ''));
      try {
        answer = await answerRequest(request, options, proxies);
      } catch (fault) {
        if (request.destroyed && !request.complete) return;
        log.error('request.failed', toLogFields(fault));
        answer = await answerFault(options, request.headers['accept-encoding']);
      }
      if (!server.listening) response.setHeader('connection', 'close');
      try {
        sendAnswer(request, response, isSecret ? { ...answer, isSecret } : answer, https);
      } catch (fault) {
        log.error('request.failed', toLogFields(fault));
        response.destroy();
      }
    },
  );
  server.timeout = IDLE_SOCKET_MS;
  server.on('checkExpectation', (request, response) => {
    sendAnswer(request, response, problemPage('address', 417), https);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refuse(socket, toProblem(error, problemPage), https);
  });
  return server;
}

function toProblem(error: NodeJS.ErrnoException, problemPage: ProblemPages): Answer | undefined {
  if (error.code === 'ECONNRESET') return undefined;
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
  if (!answer || !socket.writable) {
    socket.destroy();
    return;
  }
  const headers = Object.entries(withSecurity(answer, https)).map(
    ([name, value]) => `${name}: ${String(value)}\r\n`,
  );
  const length = Buffer.byteLength(answer.body);
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${headers.join('')}` +
      `content-length: ${length}\r\nconnection: close\r\n\r\n${answer.body}`,
  );
}
