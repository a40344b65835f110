import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Many sockets at once, all from this machine, until `stop()`. */
export interface Attack {
  /** How many of the sockets the server has closed. */
  cut(): number;
  /** How many answers were read. */
  answered(): number;
  stop(): void;
}

const head = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n`;

/** On each socket requests sent in one go; nobody reads the answers. */
export async function unreadAnswers(
  port: number,
  { sockets, requests, path }: { sockets: number; requests: number; path: string },
): Promise<Attack> {
  const text = `${head(path)}\r\n`.repeat(requests);
  return open(port, sockets, (socket) => {
    socket.pause();
    socket.write(text);
  });
}

/** On each socket the beginning of a request, with so many bytes of headers and no end. */
export async function unfinishedHeads(
  port: number,
  { sockets, bytes }: { sockets: number; bytes: number },
): Promise<Attack> {
  const line = `x-filler: ${'x'.repeat(988)}\r\n`;
  const text = head('/') + line.repeat(Math.ceil(bytes / line.length));
  return open(port, sockets, (socket) => {
    socket.resume();
    socket.write(text);
  });
}

/** Searches on one socket, sent in one go; the answers are read. */
export async function pipelinedSearches(port: number, count: number): Promise<Attack> {
  const words = Array.from({ length: count }, (_, index) =>
    [head(`/search/?q=food+${index}`), '\r\n'].join(''),
  );
  return open(port, 1, (socket) => {
    socket.resume();
    socket.write(words.join(''));
  });
}

async function open(port: number, count: number, begin: (socket: Socket) => void): Promise<Attack> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
  let cut = 0;
  let answered = 0;
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    // Added before anything is read, so that those who read nothing stay paused.
    socket.on('data', (chunk) => {
      answered += chunk.toString('latin1').split('HTTP/1.1 200').length - 1;
    });
    socket.on('close', () => {
      cut += 1;
    });
  }
  await Promise.all(
    sockets.map(async (socket) => {
      // Refused before it was heard, which is what some of these tests ask for.
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
      begin(socket);
    }),
  );
  return {
    cut: () => cut,
    answered: () => answered,
    stop: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
