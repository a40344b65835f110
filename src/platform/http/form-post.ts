import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const FORM_ENCODED = 'application/x-www-form-urlencoded';

/** What a form is sent to. */
export interface FormTarget {
  /** Where visitors find the site, if that is not where it listens. */
  siteOrigin: string | undefined;
  /** The address itself is a secret: whoever can send a form there was given it, and could as well press. */
  isSecret: boolean;
}

/** Whether a form came from a page of ours. `undefined`: yes. */
export function findPostProblem(
  { headers }: Pick<IncomingMessage, 'headers'>,
  target: FormTarget,
): { status: 403 | 415 } | undefined {
  if (!isFromHere(headers, target)) return { status: 403 };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === FORM_ENCODED ? undefined : { status: 415 };
}

/**
 * No page of another site can write any of these three headers. Whatever is there must say that it was ours,
 * and one of them must. Some proxies and privacy settings take Origin out, and a page that keeps its
 * address to itself (`no-referrer`) says "null"; older browsers have no Sec-Fetch-Site.
 */
function isFromHere(headers: IncomingHttpHeaders, { siteOrigin, isSecret }: FormTarget): boolean {
  const { origin, referer, host, 'sec-fetch-site': fetchSite } = headers;
  const isOurs = (address: string) => {
    const from = parseUrl(address);
    return from !== undefined && (from.origin === siteOrigin || from.host === host);
  };
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  if (origin !== undefined && origin !== 'null') return isOurs(origin);
  if (fetchSite !== undefined) return true;
  return referer ? isOurs(referer) : isSecret;
}

function parseUrl(address: string): URL | undefined {
  return URL.parse(address) ?? undefined;
}
