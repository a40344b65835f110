import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import {
  type Answer,
  type ProblemPages,
  permanentRedirect,
  redirectKeptByNobody,
} from './answer.ts';
import type { AnswerCounts } from './answer-counts.ts';
import { findClientAddress, isTrusted } from './client-address.ts';
import { findPostProblem } from './form-post.ts';
import { mendPath, mendQuery } from './mend-address.ts';
import { hasMonitorToken } from './monitor-token.ts';
import { type AstroHandler, askAstro } from './on-demand.ts';
import { isOwnMachine } from './own-machine.ts';
import { fillMark } from './page-notes.ts';
import type { ProxyWatch } from './proxy-watch.ts';
import { readBody } from './request-body.ts';
import { isPageWithoutSlash, readErrorPage, readStaticFile } from './static-files.ts';

export interface Site {
  handler: AstroHandler;
  clientDir: string;
  trustedProxies: BlockList;
  /** Pages that take a form; of all others only GET and HEAD can be asked. */
  acceptsPost: (path: string) => boolean;
  /** Addresses that only those know who were given them: no Referer holds one, and no cache. */
  isSecret: (path: string) => boolean;
  /** Addresses for programs of anybody: pages of other sites may read them too, and names of fields keep their capitals. */
  isOpenData?: (path: string) => boolean;
  /** Whether the last word of a path means the same in capitals. */
  isCaseFree: (path: string) => boolean;
  /** Where visitors find the site, if that is not where it listens: 'https://example.org'. */
  siteOrigin?: string;
  /** Who shows it is told counts and versions; undefined: only who asks on this machine. */
  monitorToken?: string | undefined;
  problemPage: ProblemPages;
  /** What stands at the mark of some built pages (page-notes.ts). */
  notes?: { mark: string; find: (path: string) => string | undefined } | undefined;
}

/** What the server has seen so far, for monitors. */
export interface Seen {
  proxies: ProxyWatch;
  answers: AnswerCounts;
}

const LONGEST_ADDRESS = 16 * 1024;
const LARGEST_BODY_BYTES = 64 * 1024;
// Three times what a form within all limits can take (referral/form/form-model.ts), so that one with a text
// that is far too long is still shown again, with what to take out.
export const LARGEST_FORM_BYTES = 128 * 1024;

// Addresses that programs ask for, or that stand on paper, known without a slash at their end. Astro
// holds them with one.
const ENDPOINT = /^\/(health|metrics|api\/[a-z0-9/_-]*[a-z0-9]|(bn\/|so\/)?s\/[0-9a-zA-Z]+)$/;
const FOR_MONITORS = /^\/(health|metrics)\/?(\?|$)/;
// Only plain words are redirected: //host or /\host would send the browser to another site.
const PLAIN_PATH = /^(\/[a-z0-9_-]+)+$/i;
// What begins with // or /\\ would be another site to a browser.
const LEADS_HERE = /^\/(?![/\\])/;
// Astro's image converter: a drain on the processor that anyone could open, and no page uses it.
const CLOSED = /^\/_image(\/|$)/;

/** Which answer a request gets. Rejects only for a fault of ours, or a client that went away. */
export async function answerRequest(
  request: IncomingMessage,
  site: Site,
  seen: Seen,
): Promise<Answer> {
  const { problemPage } = site;
  const address = request.url ?? '';
  seen.proxies.see({
    peer: request.socket.remoteAddress ?? '',
    forwardedFor: joined(request.headers['x-forwarded-for']),
    host: request.headers.host,
    isForMonitors: FOR_MONITORS.test(address),
  });
  if (address.length > LONGEST_ADDRESS) return problemPage('address', 414);
  const { path, search } = parseAddress(address);
  // HTTP/1.0, which some monitors speak, has no host to give.
  const lacksHost = !request.headers.host && request.httpVersion !== '1.0';
  if (lacksHost) return problemPage('address');
  if (!path) return mendAddress(request, site) ?? problemPage('address');

  const posts = request.method === 'POST' && acceptsPost(path, site);
  const refused = posts
    ? findPostProblem(request, { siteOrigin: site.siteOrigin, isSecret: site.isSecret(path) })
    : undefined;
  if (refused) return problemPage('form', refused.status);
  const body = await readBody(request, posts ? LARGEST_FORM_BYTES : LARGEST_BODY_BYTES);
  if (body === 'too-large') return answerTooLarge(request, posts ? path : undefined, site, seen);
  const isOpenData = site.isOpenData?.(path) === true;
  if (isOpenData && request.method === 'OPTIONS') return answerPreflight();
  if (!posts && !isRead(request)) {
    const refusal = problemPage('method');
    return { ...refusal, headers: { ...refusal.headers, allow: allowedMethods(path, site) } };
  }
  // Redirected before the form is read, which would otherwise be answered twice.
  if (posts && !path.endsWith('/')) return redirectKeptByNobody(`${path}/${search}`);
  const mendedSearch = isOpenData ? search : mendQuery(search);
  if (!posts && mendedSearch !== search && LEADS_HERE.test(address)) {
    return redirectKeptByNobody(address.slice(0, address.length - search.length) + mendedSearch);
  }
  prepareForAstro(request, body, site, seen);
  return answerPath(request, { address, path, search }, site);
}

async function answerPath(
  request: IncomingMessage,
  { address, path, search }: { address: string; path: string; search: string },
  site: Site,
): Promise<Answer> {
  const { clientDir } = site;
  const accepted = request.headers['accept-encoding'];
  const file =
    (await readNotedFile(path, site)) ?? (await readStaticFile(clientDir, path, accepted));
  if (file) return file;
  let page: Answer | undefined;
  if (!CLOSED.test(path)) {
    const slashed = PLAIN_PATH.test(path) ? `${path}/${search}` : undefined;
    if (slashed && (await isPageWithoutSlash(clientDir, path))) return permanentRedirect(slashed);
    request.url = slashed ?? address;
    const made = await askAstro(site.handler, request);
    if (made?.status === 500) return answerFault(site, accepted);
    if (made && slashed && !ENDPOINT.test(path) && made.status < 400) {
      return redirectKeptByNobody(slashed);
    }
    // Asked for its head only, an answer has a type and no body.
    const isNothing =
      made?.status === 404 && made.body.length === 0 && !made.headers['content-type'];
    if (made && made.status !== 404) return withCacheRule(made);
    if (made && !isNothing) page = withCacheRule(made);
    request.url = address;
  }
  const mended = mendAddress(request, site);
  return (
    mended ??
    page ??
    (await readErrorPage(clientDir, 404, accepted)) ??
    site.problemPage('address', 404)
  );
}

/** Not of the compressed copies, which hold no mark to fill. `undefined`: nothing is noted of the page. */
async function readNotedFile(
  path: string,
  { clientDir, notes }: Site,
): Promise<Answer | undefined> {
  const note = notes?.find(path);
  const built = note === undefined ? undefined : await readStaticFile(clientDir, path, undefined);
  return built && notes && note !== undefined
    ? fillMark(built, { mark: notes.mark, note })
    : undefined;
}

/** The way to where a damaged address was to lead; `undefined` where nobody can tell. */
function mendAddress(request: IncomingMessage, site: Site): Answer | undefined {
  const mended = isRead(request) && mendPath(request.url ?? '', site.isCaseFree);
  if (!mended) return undefined;
  const { path, search } = mended;
  return redirectKeptByNobody(`${path}${ENDPOINT.test(path) ? '' : '/'}${search}`);
}

// A page that takes a form says it in its own language, with a number to ring: asked without what was
// sent, which is gone, and told so by a header that no client can set.
async function answerTooLarge(
  request: IncomingMessage,
  path: string | undefined,
  site: Site,
  seen: Seen,
): Promise<Answer> {
  if (path?.endsWith('/')) {
    request.method = 'GET';
    prepareForAstro(request, Buffer.alloc(0), site, seen);
    request.url = path;
    request.headers['x-form-too-large'] = 'yes';
    const made = await askAstro(site.handler, request);
    if (made?.status === 413) return withCacheRule(made);
  }
  return site.problemPage('tooLarge');
}

/** What a visitor sees when the fault is ours. */
export async function answerFault(site: Site, accepted: string | undefined): Promise<Answer> {
  const built = await readErrorPage(site.clientDir, 500, accepted).catch(() => undefined);
  return built ?? site.problemPage('fault');
}

/** No `path`: not an address on this site, or percent-encoding that does not decode. A query may hold anything. */
function parseAddress(address: string): { path?: string; search: string } {
  const queryAt = address.indexOf('?');
  const search = queryAt < 0 ? '' : address.slice(queryAt);
  try {
    const path = decodeURIComponent(queryAt < 0 ? address : address.slice(0, queryAt));
    return path.startsWith('/') && !path.includes('\0') ? { path, search } : { search };
  } catch {
    return { search };
  }
}

// Told by us alone to the pages that report.
const OURS = [
  'x-sees-details',
  'x-answer-counts',
  'x-proxy-troubles',
  'x-form-too-large',
  'x-page-notes',
];

// What the client says of itself in forwarding headers is dropped, except by a trusted proxy, and
// even then the list of addresses is cut down to the one that can be relied on.
function prepareForAstro(request: IncomingMessage, body: Buffer, site: Site, seen: Seen): void {
  const { headers } = request;
  const peer = request.socket.remoteAddress ?? '';
  const forwardedFor = joined(headers['x-forwarded-for']);
  const client = findClientAddress(peer, forwardedFor, site.trustedProxies);
  for (const name of OURS) delete headers[name];
  const isMonitor = hasMonitorToken(headers.authorization, site.monitorToken);
  if (isMonitor || isOwnMachine(peer, headers)) {
    headers['x-sees-details'] = 'yes';
    headers['x-answer-counts'] = seen.answers.format();
  }
  if (!isTrusted(peer, site.trustedProxies)) {
    for (const name of ['host', 'proto', 'port']) delete headers[`x-forwarded-${name}`];
  }
  delete headers.forwarded;
  const troubles = seen.proxies.findTroubles();
  if (troubles.length > 0) headers['x-proxy-troubles'] = troubles.join(',');
  headers['x-forwarded-for'] = client;
  headers['x-client-address'] = client;
  Object.assign(request, { body });
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function joined(header: string | string[] | undefined): string {
  return String(header ?? '');
}

// Browsers ask first when a page of another site sends headers of its own, such as If-None-Match.
function answerPreflight(): Answer {
  const headers = {
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
    'cache-control': 'no-store',
  };
  return { status: 204, headers, body: '' };
}

function withCacheRule(made: Answer): Answer {
  return { ...made, headers: { 'cache-control': 'no-store', ...made.headers } };
}

function allowedMethods(path: string, site: Site): string {
  return acceptsPost(path, site) ? 'GET, HEAD, POST' : 'GET, HEAD';
}

function acceptsPost(path: string, site: Site): boolean {
  return site.acceptsPost(path) || site.acceptsPost(`${path}/`);
}
