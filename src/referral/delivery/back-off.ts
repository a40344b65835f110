const MINUTE_MS = 60_000;
const JITTER = 0.2;
// A server that took the letter and lost its answer shall have settled by then; a relay keeps what it
// has of a broken conversation for minutes.
const LOST_ANSWER_WAIT_MS = 15 * MINUTE_MS;

/** When a letter that did not arrive is tried again. */
export interface BackOff {
  /** Milliseconds until the next try, after so many. */
  waitAfter(tries: number, letterId: string): number;
  /** The same where the letter may have arrived. */
  waitAfterLostAnswer(tries: number, letterId: string): number;
  longestWaitMs: number;
}

/**
 * Each letter keeps a rhythm of its own, so that a mail server that comes back does not meet all of them
 * at once. The last wait is for every later try too.
 */
export function createBackOff(waitsInMinutes: readonly number[]): BackOff {
  const waitAfter = (tries: number, letterId: string) => {
    const minutes = waitsInMinutes[Math.max(0, tries - 1)] ?? waitsInMinutes.at(-1) ?? 0;
    return Math.round(minutes * MINUTE_MS * (1 + JITTER * spread(`${letterId} ${tries}`)));
  };
  const longest = Math.max(...waitsInMinutes) * MINUTE_MS * (1 + JITTER);
  const longestWaitMs = Math.max(longest, LOST_ANSWER_WAIT_MS);
  return {
    waitAfter,
    waitAfterLostAnswer: (tries, letterId) =>
      Math.max(waitAfter(tries, letterId), LOST_ANSWER_WAIT_MS),
    longestWaitMs,
  };
}

/** Soon at first, then every 4 hours, as mail servers do. */
export const usualBackOff = createBackOff([1, 5, 15, 30, 60, 120, 240]);

const giveUpAfterMs = 120 * 60 * MINUTE_MS;
// The waits of five days make some 35 tries. A clock that jumps ahead by years has not made them.
const leastTries = 25;

export function isTimeToGiveUp(about: { tries: number; createdAt: number; now: number }): boolean {
  return about.tries >= leastTries && about.now - about.createdAt >= giveUpAfterMs;
}

/** From -1 to 1, the same for the same text (FNV-1a). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  // The last letters of a text hardly reach the upper bits without this.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x7fffffff - 1;
}
