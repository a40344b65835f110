import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether an Authorization header holds the token that a monitor was given. No token given: nobody has it. Takes
 * as long for a wrong one, however much of it is right.
 */
export function hasMonitorToken(
  authorization: string | undefined,
  token: string | undefined,
): boolean {
  const shown = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || shown === undefined) return false;
  return timingSafeEqual(digest(shown), digest(token));
}

// Of one length, which timingSafeEqual asks for.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
