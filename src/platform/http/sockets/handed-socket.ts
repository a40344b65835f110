import type { Server } from 'node:http';

/**
 * A socket that a service manager opened, listens on and keeps while the server restarts, handed over as
 * sd_listen_fds(3) says: what arrives meanwhile waits in its queue.
 */
const FIRST_SOCKET = 3;
// As many connections wait as Linux lets wait (net.core.somaxconn), not the 511 that Node would set on the socket.
const LONGEST_QUEUE = 4096;

/** The socket that is meant for this process, once; undefined: it is to open one itself. */
export function takeHandedSocket(
  environment: Record<string, string | undefined>,
  pid: number,
): number | undefined {
  const { LISTEN_PID: owner, LISTEN_FDS: count } = environment;
  // A program started from here would take it for its own.
  for (const name of ['LISTEN_PID', 'LISTEN_FDS', 'LISTEN_FDNAMES']) delete environment[name];
  return owner === String(pid) && Number(count) > 0 ? FIRST_SOCKET : undefined;
}

/** Listens on the socket that was handed over, or else where it is told. */
export function listen(
  server: Server,
  { socket, host, port }: { socket: number | undefined; host: string; port: number },
): void {
  if (socket === undefined) server.listen(port, host);
  else server.listen({ fd: socket }, LONGEST_QUEUE);
}
