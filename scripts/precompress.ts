// Writes a brotli and a gzip copy beside each built file that gains by it, so that serving costs
// nothing. Run by `npm run build`.
import { readdirSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

// Pictures and fonts are compressed already; the rest of what a build makes is text.
const textual = new Set('.html .css .js .json .xml .atom .ics .txt .svg .webmanifest'.split(' '));
// What is smaller gains no more than the header costs that tells of it.
const SMALLEST_BYTES = 128;
const AT_ONCE = 4;

// Pages are many and small: quality 11 would take two and a half times as long as 10, half of a whole
// build, and save 3 %. The few other files are as small as can be.
const quality = (file: string) => (extname(file) === '.html' ? 10 : 11);

const clientDir = join(process.env.OUT_DIR ?? 'dist', 'client');
const files = readdirSync(clientDir, { recursive: true, encoding: 'utf8' })
  .filter((name) => textual.has(extname(name)))
  .map((name) => join(clientDir, name));

const total = { files: 0, bytes: 0, compressed: 0 };
await Promise.all(Array.from({ length: AT_ONCE }, compressUntilDone));
const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `Compressed ${total.files} files: ${kB(total.bytes)} to ${kB(total.compressed)} (brotli)`,
);

async function compressUntilDone(): Promise<void> {
  for (let file = files.pop(); file; file = files.pop()) {
    if ((await stat(file)).size < SMALLEST_BYTES) continue;
    const body = await readFile(file);
    const [br, gz] = await Promise.all([
      brotli(body, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: quality(file),
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
      gzip(body, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
    total.files += 1;
    total.bytes += body.length;
    total.compressed += br.length;
  }
}
