import type { Timers } from './timers.ts';

/** One letter, and its turn to be handed over. */
export interface LockRequest {
  /** Resolves once no other letter holds the lock. */
  acquire(): Promise<void>;
  /** Whether it holds the lock, waits for it, or never asked. */
  release(): void;
}

/**
 * A lock for one letter at a time. Whoever holds it longer than `longestMs` loses it: a mail server that
 * keeps one letter waiting must not keep them all.
 */
export function createHandOverLock(about: { timers: Pick<Timers, 'every'>; longestMs: number }) {
  const waiting: { request: object; grant: () => void }[] = [];
  let holder: object | undefined;

  return (): LockRequest => {
    const request = {};
    let stopTimer: () => void = () => undefined;
    const free = () => {
      stopTimer();
      if (holder !== request) return;
      holder = undefined;
      waiting.shift()?.grant();
    };
    return {
      acquire: () =>
        new Promise((resolve) => {
          const grant = () => {
            holder = request;
            stopTimer = about.timers.every(about.longestMs, free);
            resolve();
          };
          if (holder) waiting.push({ request, grant });
          else grant();
        }),
      release() {
        const place = waiting.findIndex((each) => each.request === request);
        if (place >= 0) waiting.splice(place, 1);
        free();
      },
    };
  };
}
