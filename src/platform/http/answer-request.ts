import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { type Answer, type ProblemPages, permanentRedirect } from './answer.ts';
import { findClientAddress, isTrusted } from './client-address.ts';
import { findPostProblem } from './form-post.ts';
import { type AstroHandler, askAstro } from './on-demand.ts';
import { readBody } from './request-body.ts';
import { isPageWithoutSlash, readErrorPage, readStaticFile } from './static-files.ts';

export interface Site {
  handler: AstroHandler;
  clientDir: string;
  trustedProxies: BlockList;
  /** Pages that take a form; of all others only GET and HEAD can be asked. */
  acceptsPost: (path: string) => boolean;
  /** Where visitors find the site, if that is not where it listens: 'https://example.org'. */
  siteOrigin?: string;
  problemPage: ProblemPages;
}

const LONGEST_ADDRESS = 16 * 1024;
const LARGEST_BODY_BYTES = 64 * 1024;
// Three times what a form within all limits can take (referral/form/form-model.ts), so that one with a text
// that is far too long is still shown again, with what to take out.
export const LARGEST_FORM_BYTES = 128 * 1024;

// Addresses that programs ask for, or that stand on paper, known without a slash at their end. Astro
// holds them with one.
const ENDPOINT = /^\/(health|api\/[a-z0-9/-]*[a-z0-9]|(bn\/|so\/)?s\/[0-9a-zA-Z]+)$/;
// Only plain words are redirected: //host or /\host would send the browser to another site.
const PLAIN_PATH = /^(\/[a-z0-9_-]+)+$/i;
// Astro's image converter: a drain on the processor that anyone could open, and no page uses it.
const CLOSED = /^\/_image(\/|$)/;

/** Which answer a request gets. Rejects only for a fault of ours, or a client that went away. */
export async function answerRequest(request: IncomingMessage, site: Site): Promise<Answer> {
  const { problemPage, clientDir } = site;
  const address = request.url ?? '';
  if (address.length > LONGEST_ADDRESS) return problemPage('address', 414);
  const { path, search } = parseAddress(address);
  // HTTP/1.0, which some monitors speak, has no host to give.
  const lacksHost = !request.headers.host && request.httpVersion !== '1.0';
  if (!path || lacksHost) return problemPage('address');

  const posts = request.method === 'POST' && acceptsPost(path, site);
  const refused = posts ? findPostProblem(request, site.siteOrigin) : undefined;
  if (refused) return problemPage('form', refused.status);
  const body = await readBody(request, posts ? LARGEST_FORM_BYTES : LARGEST_BODY_BYTES);
  if (body === 'too-large') return answerTooLarge(request, posts ? path : undefined, site);
  if (!posts && request.method !== 'GET' && request.method !== 'HEAD') {
    const refusal = problemPage('method');
    return { ...refusal, headers: { ...refusal.headers, allow: allowedMethods(path, site) } };
  }
  // Redirected before the form is read, which would otherwise be answered twice.
  if (posts && !path.endsWith('/')) return permanentRedirect(`${path}/${search}`);

  const accepted = request.headers['accept-encoding'];
  const file = await readStaticFile(clientDir, path, accepted);
  if (file) return file;
  if (!CLOSED.test(path)) {
    const slashed = PLAIN_PATH.test(path) ? `${path}/${search}` : undefined;
    const isEndpoint = ENDPOINT.test(path);
    if (slashed && (await isPageWithoutSlash(clientDir, path))) return permanentRedirect(slashed);
    prepareForAstro(request, slashed ?? address, body, site);
    const made = await askAstro(site.handler, request);
    if (made?.status === 500) return answerFault(site, accepted);
    if (made && slashed && !isEndpoint && made.status < 400) return permanentRedirect(slashed);
    const isNothing = made?.status === 404 && made.body.length === 0;
    if (made && !isNothing) return withCacheRule(made);
  }
  return (await readErrorPage(clientDir, 404, accepted)) ?? problemPage('address', 404);
}

// A page that takes a form says it in its own language, with a number to ring: asked without what was
// sent, which is gone, and told so by a header that no client can set.
async function answerTooLarge(
  request: IncomingMessage,
  path: string | undefined,
  site: Site,
): Promise<Answer> {
  if (path?.endsWith('/')) {
    request.method = 'GET';
    prepareForAstro(request, path, Buffer.alloc(0), site);
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

/** No `path`: not an address on this site, or percent-encoding that does not decode. */
function parseAddress(address: string): { path?: string; search: string } {
  const queryAt = address.indexOf('?');
  const search = queryAt < 0 ? '' : address.slice(queryAt);
  try {
    decodeURIComponent(search);
    const path = decodeURIComponent(queryAt < 0 ? address : address.slice(0, queryAt));
    return path.startsWith('/') && !path.includes('\0') ? { path, search } : { search };
  } catch {
    return { search };
  }
}

// What the client says of itself in forwarding headers is dropped, except by a trusted proxy, and
// even then the list of addresses is cut down to the one that can be relied on.
function prepareForAstro(request: IncomingMessage, url: string, body: Buffer, site: Site): void {
  const { headers } = request;
  const peer = request.socket.remoteAddress ?? '';
  const forwardedFor = headers['x-forwarded-for'];
  const client = findClientAddress(peer, String(forwardedFor ?? ''), site.trustedProxies);
  if (!isTrusted(peer, site.trustedProxies)) {
    for (const name of ['host', 'proto', 'port']) delete headers[`x-forwarded-${name}`];
  }
  delete headers.forwarded;
  delete headers['x-form-too-large'];
  headers['x-forwarded-for'] = client;
  headers['x-client-address'] = client;
  request.url = url;
  Object.assign(request, { body });
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
