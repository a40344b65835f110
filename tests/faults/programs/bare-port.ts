import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Real modules behind a bare HTTP port, without the pages, so that a program starts in a fraction of a second and can be
 * killed hundreds of times. What is sent and what is answered is JSON; a GET has nothing in it.
 */
export function serveBare({
  says,
  answer,
  close,
}: {
  /** Before the address, once it listens. */
  says: string;
  /** `word`: what stands behind the slash. */
  answer(word: string, sent: unknown): Promise<unknown>;
  close(): Promise<void>;
}): void {
  const server = createServer(async (request, response) => {
    try {
      const word = (request.url ?? '/').slice(1);
      const sent = request.method === 'POST' ? JSON.parse(await readAll(request)) : undefined;
      response.end(JSON.stringify(await answer(word, sent)));
    } catch (fault) {
      response.statusCode = 500;
      response.end(JSON.stringify({ kind: fault instanceof Error ? fault.name : 'fault' }));
    }
  });

  process.once('SIGTERM', () => {
    server.close(async () => {
      await close();
      process.exit(0);
    });
  });

  server.listen(0, '127.0.0.1', () => {
    console.log(`${says} http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
}

async function readAll(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
