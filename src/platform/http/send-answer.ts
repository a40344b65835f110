import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, toBytes } from './answer.ts';
import { compress, isCompressible, onTheFly, pickEncoding } from './content-encoding.ts';
import { securityHeaders } from './security-headers.ts';

// A smaller answer fits in one packet however it is sent.
const WORTH_COMPRESSING_BYTES = 1024;

/** The one place where an answer is written, so that none goes without its headers. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  https: boolean,
): void {
  const encoded = encode(answer, request.headers['accept-encoding']);
  const unchanged = isUnchanged(request, encoded);
  const headers = withSecurity(encoded, https);
  const body = toBytes(encoded.body);
  // Asked for its head only, a page made on demand comes without a body to measure.
  const isLengthKnown = body.length > 0 || request.method !== 'HEAD';
  if (!unchanged && isLengthKnown) headers['content-length'] = String(body.length);
  response.writeHead(unchanged ? 304 : encoded.status, headers);
  response.end(unchanged || request.method === 'HEAD' ? undefined : body);
}

/** The headers that an answer leaves with. The site sets no cookies, so none gets out. */
export function withSecurity(answer: Answer, https: boolean): Answer['headers'] {
  const {
    'set-cookie': _cookie,
    'content-security-policy': policy,
    connection: _connection,
    'transfer-encoding': _transfer,
    ...headers
  } = answer.headers;
  const ownPolicy = typeof policy === 'string' ? policy : undefined;
  const about = {
    page: answer.page === true,
    isSecret: answer.isSecret === true,
    isOpenData: answer.isOpenData === true,
  };
  return { ...headers, ...securityHeaders({ ...about, ownPolicy, https }) };
}

function encode(answer: Answer, accepted: string | undefined): Answer {
  const type = String(answer.headers['content-type'] ?? '');
  if (answer.headers['content-encoding'] || !isCompressible(type)) return answer;
  const headers = { ...answer.headers, vary: 'accept-encoding' };
  const encoding = pickEncoding(accepted, onTheFly);
  const body = toBytes(answer.body);
  if (!encoding || body.length < WORTH_COMPRESSING_BYTES) return { ...answer, headers };
  return {
    ...answer,
    headers: { ...headers, 'content-encoding': encoding },
    body: compress(body, encoding),
  };
}

function isUnchanged(request: IncomingMessage, answer: Answer): boolean {
  const { etag } = answer.headers;
  const held = request.headers['if-none-match'];
  if (answer.status !== 200 || !held || typeof etag !== 'string') return false;
  return held.split(',').some((tag) => tag.trim() === etag);
}
