import type { IncomingMessage } from 'node:http';

const FORM_ENCODED = 'application/x-www-form-urlencoded';

/**
 * Whether a form came from a page of ours. `undefined`: yes. Browsers name the page's origin with every
 * form they send and no other site can write it, so what lacks it was not sent by a browser from here.
 */
export function findPostProblem(
  { headers }: Pick<IncomingMessage, 'headers'>,
  siteOrigin: string | undefined,
): { status: 403 | 415 } | undefined {
  const { origin, host, 'sec-fetch-site': fetchSite } = headers;
  const isSameSite = fetchSite === undefined || fetchSite === 'same-origin';
  const isOurs = origin !== undefined && (origin === siteOrigin || hostOf(origin) === host);
  if (!isSameSite || !isOurs) return { status: 403 };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === FORM_ENCODED ? undefined : { status: 415 };
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
