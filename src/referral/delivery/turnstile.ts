import type { Timers } from './deliver.ts';

/** One letter's way through the turnstile. */
export interface Passage {
  /** Resolves once nobody else is inside. */
  enter(): Promise<void>;
  /** Whether it entered, waits, or never came. */
  leave(): void;
}

/**
 * Lets one through at a time. Whoever stays longer than `longestMs` no longer holds up the others: a mail
 * server that keeps one letter waiting must not keep them all.
 */
export function createTurnstile(about: { timers: Pick<Timers, 'every'>; longestMs: number }) {
  const line: { who: object; go: () => void }[] = [];
  let inside: object | undefined;

  return (): Passage => {
    const who = {};
    let stopClock: () => void = () => undefined;
    const giveWay = () => {
      stopClock();
      if (inside !== who) return;
      inside = undefined;
      line.shift()?.go();
    };
    return {
      enter: () =>
        new Promise((resolve) => {
          const go = () => {
            inside = who;
            stopClock = about.timers.every(about.longestMs, giveWay);
            resolve();
          };
          if (inside) line.push({ who, go });
          else go();
        }),
      leave() {
        const place = line.findIndex((waiting) => waiting.who === who);
        if (place >= 0) line.splice(place, 1);
        giveWay();
      },
    };
  };
}
