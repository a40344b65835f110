import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands before a PostgreSQL server, and cuts the connection once when certain words come by. */
export async function aCuttingProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let cut: { words: string; when: 'before' | 'after' } | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let mute = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (chunk) => {
      const found = cut && chunk.includes(cut.words) ? cut : undefined;
      if (found) cut = undefined;
      if (found?.when === 'before') return end();
      // The server answers once it has done it; that answer is what gets lost.
      mute ||= found !== undefined;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => (mute ? end() : client.write(chunk)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    /** Once: `before` the words reach the server, or `after`, when it answers them. */
    cutAt: (words: string, when: 'before' | 'after') => {
      cut = { words, when };
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
