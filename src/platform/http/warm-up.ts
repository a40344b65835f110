import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Asks the server for a page where nobody else can: on a port of its own, closed again when it has answered, so that
 * what the first visitor would wait for is done before one is let in. Resolves to the answer's status; undefined: none.
 */
export async function warmUp(server: Server, path: string): Promise<number | undefined> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const status = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { connection: 'close' },
  }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => undefined,
  );
  await new Promise((resolve) => server.close(resolve));
  return status;
}
