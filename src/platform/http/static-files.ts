import { existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Answer } from './answer.ts';
import { type Encoding, pickEncoding } from './content-encoding.ts';

/**
 * The built files. Read from disk for each request, and with its own tag: a new build shows at once,
 * and a file that vanishes in the middle of one is an ordinary 404.
 */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const suffixes: Record<Encoding, string> = { br: '.br', gzip: '.gz' };

/**
 * The file behind a decoded path; `undefined` if there is none to show. `/needs/food/` is
 * needs/food/index.html; index.html and the compressed copies have no address of their own.
 */
export async function readStaticFile(
  root: string,
  path: string,
  acceptEncoding: string | undefined,
): Promise<Answer | undefined> {
  const contentType = contentTypes[path.endsWith('/') ? '.html' : extname(path)];
  if (!isSafe(path) || !contentType || /\/(index|404|500)\.html$/.test(path)) return undefined;
  return readVariant(join(root, path, path.endsWith('/') ? 'index.html' : ''), acceptEncoding, {
    'content-type': contentType,
    'cache-control': cacheRule(path),
  });
}

/** The site's own page for what is missing or broken; `undefined` if it has not been built. */
export async function readErrorPage(
  root: string,
  status: 404 | 500,
  acceptEncoding: string | undefined,
): Promise<Answer | undefined> {
  const found = await readVariant(join(root, `${status}.html`), acceptEncoding, {
    'content-type': contentTypes['.html'] ?? '',
    'cache-control': 'no-store',
  });
  if (!found) return undefined;
  const { etag: _, ...headers } = found.headers;
  return { ...found, status, headers };
}

/** Whether a page lies at the path once a slash is added. */
export async function isPageWithoutSlash(root: string, path: string): Promise<boolean> {
  if (!isSafe(path) || path.endsWith('/')) return false;
  return Boolean(await stat(join(root, path, 'index.html')).catch(absent));
}

async function readVariant(
  file: string,
  acceptEncoding: string | undefined,
  headers: Record<string, string>,
): Promise<Answer | undefined> {
  // Asked before each page made on demand: to find nothing by opening costs twenty times as much.
  if (!existsSync(file)) return undefined;
  const encoding = pickEncoding(acceptEncoding, ['br', 'gzip']);
  const compressed = encoding && (await readWhole(file + suffixes[encoding]));
  const read = compressed || (await readWhole(file));
  if (!read) return undefined;
  return {
    status: 200,
    headers: {
      ...headers,
      etag: read.etag,
      vary: 'accept-encoding',
      ...(compressed ? { 'content-encoding': encoding } : {}),
    },
    body: read.body,
    ...(headers['content-type']?.startsWith('text/html') ? { page: true as const } : {}),
  };
}

async function readWhole(path: string): Promise<{ body: Buffer; etag: string } | undefined> {
  const file = await open(path).catch(absent);
  if (!file) return undefined;
  try {
    const { size, mtimeMs } = await file.stat();
    const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    return { body: await file.readFile(), etag };
  } finally {
    await file.close();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return undefined;
  throw error;
}

// No empty, hidden or climbing segments, so a path can only name something inside the root.
function isSafe(path: string): boolean {
  return (
    path.startsWith('/') &&
    !/[\\\0]/.test(path) &&
    !path.includes('//') &&
    path.split('/').every((segment) => !segment.startsWith('.') || segment === '.well-known')
  );
}

// Names under /_astro/ carry a hash of what is inside. Pages are asked about each time, so that a
// corrected phone number is seen at once.
function cacheRule(path: string): string {
  if (path.startsWith('/_astro/')) return 'public, max-age=31536000, immutable';
  return path.endsWith('/') ? 'no-cache' : 'public, max-age=3600';
}
