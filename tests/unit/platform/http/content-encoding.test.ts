import { expect, test } from 'vitest';
import { pickEncoding } from '../../../../src/platform/http/content-encoding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['GZIP', 'gzip'],
  ['identity', undefined],
  ['brotli', undefined],
  ['', undefined],
  [undefined, undefined],
])('for Accept-Encoding: %s, %s is sent', (accepted, expected) => {
  expect(pickEncoding(accepted, ['br', 'gzip'])).toBe(expected);
});

test('of several that a browser reads, the first offered is sent', () => {
  expect(pickEncoding('br, gzip', ['gzip', 'br'])).toBe('gzip');
});
