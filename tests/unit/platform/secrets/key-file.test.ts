import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadKeyFile } from '../../../../src/platform/secrets/key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a key is made once, for us alone to read', () => {
  const inside = join(folder, 'new');
  const path = join(inside, 'site.key');
  const made = loadKeyFile(path);

  expect(made).toHaveLength(32);
  expect(loadKeyFile(path)).toEqual(made);
  expect(readdirSync(inside)).toEqual(['site.key']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(inside).mode & 0o777).toBe(0o700);
});

test.each(['', 'not a key', Buffer.alloc(31).toString('base64')])(
  'a file that holds %j instead of a key is left alone, and refused',
  (text) => {
    const path = join(folder, 'site.key');
    writeFileSync(path, text);

    expect(() => loadKeyFile(path)).toThrow(
      `${path} is not a key of 32 bytes in base64. Put back the one that was there.`,
    );
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
