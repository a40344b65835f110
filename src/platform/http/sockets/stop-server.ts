import type { Server } from 'node:http';
import { Server as SocketServer } from 'node:net';

/**
 * Stops accepting, lets running requests finish, and cuts what is still open after `graceMs`. A kept connection is
 * not closed under a request that may be on its way: its next answer tells it to close, and unused it ends when its
 * client was told that it would (keepAliveTimeout).
 */
export function stopServer(server: Server, graceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // That of http closes connections in between two requests as well.
    SocketServer.prototype.close.call(server, () => {
      clearTimeout(cut);
      // What http keeps of a server beside its socket.
      server.close();
      resolve();
    });
  });
}
