/**
 * When a letter that did not arrive is tried again: soon at first, then every 4 hours for 5 days, as
 * mail servers do. Each letter keeps a rhythm of its own, so that a mail server that comes back does
 * not meet all of them at once.
 */
const MINUTE_MS = 60_000;
const waitsInMinutes = [1, 5, 15, 30, 60, 120, 240];
const JITTER = 0.2;

/** The longest wait there is: a moment further ahead was written by a clock that was wrong. */
export const longestWaitMs = 240 * MINUTE_MS * (1 + JITTER);

const giveUpAfterMs = 120 * 60 * MINUTE_MS;
// The waits of five days make some 35 tries. A clock that jumps ahead by years has not made them.
const leastTries = 25;

/** Milliseconds until the next try, after so many. */
export function waitAfter(tries: number, letterId: string): number {
  const minutes = waitsInMinutes[Math.max(0, tries - 1)] ?? waitsInMinutes.at(-1) ?? 0;
  return Math.round(minutes * MINUTE_MS * (1 + JITTER * spread(`${letterId} ${tries}`)));
}

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
