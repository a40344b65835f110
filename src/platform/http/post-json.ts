import { request } from 'node:https';

export type PostJson = (body: object) => Promise<boolean>;

/**
 * POSTs JSON over TLS; resolves to whether it was taken, never rejects. Follows no redirect: what is sent
 * goes to the address that was set, or nowhere. No message of a fault leaves this file: they quote the
 * address, which may hold a secret. `ca`: certificates to trust instead of the usual ones, for tests.
 */
export function createJsonPost(
  url: string,
  { timeoutMs = 10_000, ca }: { timeoutMs?: number; ca?: string } = {},
): PostJson {
  return (body) =>
    new Promise((resolve) => {
      const bytes = Buffer.from(JSON.stringify(body));
      const options = {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': bytes.length },
        signal: AbortSignal.timeout(timeoutMs),
        ...(ca === undefined ? {} : { ca }),
      };
      const posted = request(url, options, (answer) => {
        answer.on('error', () => undefined).resume();
        const code = answer.statusCode ?? 0;
        resolve(code >= 200 && code < 300);
      });
      posted.on('error', () => resolve(false)).end(bytes);
    });
}
