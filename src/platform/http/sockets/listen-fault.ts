import { createServer } from 'node:net';

/** Why a server cannot listen, and what to do. */
export function explainListenFault(error: NodeJS.ErrnoException, port: number): string {
  return error.code === 'EADDRINUSE'
    ? `Port ${port} is taken. Stop what uses it, or set PORT to another number.`
    : `The server cannot listen: ${error.message}`;
}

/** Listens for a moment: resolves to why a server could not, or to undefined. */
export async function findListenFault(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(explainListenFault(error, port)));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
