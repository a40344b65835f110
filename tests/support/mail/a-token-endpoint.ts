import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Gives out tokens for mail servers (RFC 6749), as it is told to: 'token-1', 'token-2' … */
export async function aTokenEndpoint() {
  const asked: Record<string, string>[] = [];
  let status = 200;
  let lifeSeconds = 3600;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(Object.fromEntries(new URLSearchParams(body)));
    response.writeHead(status, { 'content-type': 'application/json' });
    const token = { access_token: `token-${asked.length}`, expires_in: lifeSeconds };
    response.end(JSON.stringify(status === 200 ? token : { error: 'invalid_client' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    /** What was posted, oldest first. */
    asked,
    answersWith(code: number): void {
      status = code;
    },
    givesFor(seconds: number): void {
      lifeSeconds = seconds;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
