/**
 * The headers that every answer carries. What may run in a page is said by Astro, with hashes: in a
 * meta tag of a built page, in a header of an on-demand one. Here is what a meta tag cannot say, and
 * the policy of every answer that is not a page.
 */

const PAGE_POLICY =
  "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";
const NOTHING_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

// What is there for everybody holds nothing of who asks: no cookie, no sign-in.
const OPEN_DATA = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

const COMMON = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * `page`: whether the answer is one of our pages, which says for itself what it may load.
 * `ownPolicy`: a policy that the page sent as a header; browsers enforce both.
 * `isSecret`: its address is told to nobody, not even to our own pages and their logs. Everywhere else a form
 * needs its Origin, in place of which browsers then send "null" (form-post.ts).
 * `isOpenData`: pages of other sites may read it too.
 * `https`: visitors reach the site by https, so they may be told to stay with it.
 */
export function securityHeaders(about: {
  page: boolean;
  ownPolicy: string | undefined;
  isSecret: boolean;
  isOpenData: boolean;
  https: boolean;
}): Record<string, string | string[]> {
  const policies = [about.page ? PAGE_POLICY : NOTHING_POLICY];
  if (about.ownPolicy) policies.push(about.ownPolicy);
  return {
    ...COMMON,
    ...(about.isOpenData ? OPEN_DATA : {}),
    'referrer-policy': about.isSecret ? 'no-referrer' : 'same-origin',
    'content-security-policy': policies.length === 1 ? (policies[0] ?? '') : policies,
    ...(about.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
