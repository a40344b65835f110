/** What a request gets, as a value: nothing is written to a socket before it is whole (send-answer.ts). */
export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string | string[]>;
  body: Buffer | string;
  /** One of the site's pages, which says for itself what it may load. */
  page?: true;
  /** Its address is a secret, and no browser may tell it to anybody. */
  isSecret?: true;
  /** Pages of other sites may read it too. */
  isOpenData?: true;
}

/** Without a copy where there are bytes already: a page passes through here twice. */
export function toBytes(body: string | Uint8Array): Buffer {
  return typeof body === 'string'
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** What goes wrong before, or instead of, a page. */
export const problems = ['address', 'method', 'form', 'tooLarge', 'fault'] as const;
export type Problem = (typeof problems)[number];

/** `status` only where the problem's usual one is not exact. */
export type ProblemPages = (problem: Problem, status?: number) => Answer;

/** To a page that anybody may know of. 308 keeps method and body: a form is not lost. */
export function permanentRedirect(location: string): Answer {
  // A query holds what someone typed: no shared cache may keep it.
  if (location.includes('?')) return redirectKeptByNobody(location);
  return { status: 308, headers: { location, 'cache-control': 'public, max-age=3600' }, body: '' };
}

/** For addresses with a secret in them, and for those that somebody damaged. */
export function redirectKeptByNobody(location: string): Answer {
  return { status: 308, headers: { location, 'cache-control': 'no-store' }, body: '' };
}
