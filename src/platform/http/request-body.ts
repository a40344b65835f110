import type { IncomingMessage } from 'node:http';

/**
 * The body, whole; `too-large` as soon as that is known, from the length it declares or from what
 * has arrived. Rejects if the client goes away.
 */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return 'too-large';
  const chunks: Buffer[] = [];
  let received = 0;
  // destroyOnReturn would close the socket before the refusal could be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    received += chunk.length;
    if (received > limitBytes) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
