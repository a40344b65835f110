import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * One answer at a time on each socket. Requests that a client sends without waiting for answers (pipelining,
 * which no browser and no usual proxy does) are answered in turn: the next is begun once the one before is
 * written and taken, so answers that nobody reads do not pile up. All that came so, on whatever socket, are
 * begun one after another, each once everybody else was looked after: they take the processor from nobody.
 */
export interface Turns {
  /** Resolves when it is this request's turn; to false if it gets no answer, as its socket is at its end. */
  take(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Whether answers are still to come on this socket. */
  isBusy(socket: object): boolean;
}

export interface TurnLimits {
  /** Waiting behind the one that is answered. One more, and the socket is cut. */
  mostWaiting?: number;
  /** Then the socket is closed, so that none is kept for ever. */
  mostRequests?: number;
}

interface Line {
  waiting: ((isTurn: boolean) => void)[];
  isBusy: boolean;
  requests: number;
}

// A read of 64 kB holds up to two thousand requests, which are all there before any can be held back.
const MOST_WAITING = 32;
// As many as nginx allows by itself.
const MOST_REQUESTS = 1000;

export function createTurns({
  mostWaiting = MOST_WAITING,
  mostRequests = MOST_REQUESTS,
}: TurnLimits = {}): Turns {
  const lines = new WeakMap<object, Line>();
  const gate = createGate();

  return {
    async take({ socket }, response) {
      const line = lines.get(socket) ?? open(socket);
      line.requests += 1;
      if (line.requests === mostRequests) response.setHeader('connection', 'close');
      if (socket.destroyed || line.requests > mostRequests) return false;
      if (line.waiting.length >= mostWaiting) {
        socket.destroy();
        return false;
      }
      // Also of an answer that the socket did not live to take.
      response.once('close', () => leave(line));
      if (!line.isBusy) {
        line.isBusy = true;
        return true;
      }
      const isTurn = await new Promise<boolean>((resolve) => {
        line.waiting.push(resolve);
      });
      if (!isTurn) return false;
      await gate.pass(response);
      return !socket.destroyed;
    },
    isBusy: (socket) => lines.get(socket)?.isBusy ?? false,
  };

  function open(socket: Socket): Line {
    const line: Line = { waiting: [], isBusy: false, requests: 0 };
    lines.set(socket, line);
    socket.once('close', () => {
      for (const resolve of line.waiting.splice(0)) resolve(false);
    });
    return line;
  }
}

/** Lets one through at a time: the next once the answer of the one before is made, or never will be. */
function createGate() {
  const waiting: (() => void)[] = [];
  let isOpen = true;
  const letNext = () => {
    const next = waiting.shift();
    isOpen = next === undefined;
    next?.();
  };
  return {
    async pass(response: ServerResponse): Promise<void> {
      if (isOpen) isOpen = false;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let isOver = false;
      const leaveGate = () => {
        if (isOver) return;
        isOver = true;
        // After all that has arrived in the meantime.
        setImmediate(letNext);
      };
      if (response.destroyed || response.socket === null) leaveGate();
      response.once('prefinish', leaveGate).once('close', leaveGate);
    },
  };
}

function leave(line: Line): void {
  const next = line.waiting.shift();
  line.isBusy = next !== undefined;
  next?.(true);
}
