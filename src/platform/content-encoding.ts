import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type Encoding = 'br' | 'gzip';
const byPreference: Encoding[] = ['br', 'gzip'];

/** The best of `available` that an Accept-Encoding header allows; undefined: send it as it is. */
export function pickEncoding(
  accepted: string | undefined,
  available: readonly Encoding[] = byPreference,
): Encoding | undefined {
  const refused = new Set<string>();
  const wanted = new Set<string>();
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    (isRefused ? refused : wanted).add(name);
  }
  return byPreference.find(
    (encoding) =>
      available.includes(encoding) &&
      !refused.has(encoding) &&
      (wanted.has(encoding) || wanted.has('*')),
  );
}

/** Whether text of this type shrinks; pictures and fonts are compressed already. */
export function isCompressible(contentType: string): boolean {
  return /^(text\/|application\/(json|javascript|xml|manifest\+json|ld\+json)|image\/svg)/.test(
    contentType,
  );
}

// Quality 5: within a few percent of the best for a page of results, in about a millisecond.
const ON_THE_FLY = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

/** For answers made per request. Built files are compressed once, harder, by scripts/precompress.ts. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br'
    ? promisify(zlib.brotliCompress)(body, ON_THE_FLY)
    : promisify(zlib.gzip)(body);
}
