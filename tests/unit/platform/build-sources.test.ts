import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources, isBuiltFrom, noteSources } from '../../../src/platform/build-sources.ts';

const sources = {
  'content/lists/needs.yaml': 'food',
  'search-index/definition.json': '{}',
  'src/wiring.ts': '1',
};
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const folder of ['content/lists', 'search-index', 'src', 'dist']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const [path, text] of Object.entries(sources)) write(path, text);
  noteSources(join(root, 'dist'), hashSources(root));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a build goes with the files it was made from', () => {
  expect(isStillBuiltFromThese()).toBe(true);
});

test.each(Object.entries(sources))(
  'it does not when %s has changed, and does when that is undone',
  (path, text) => {
    write(path, 'other');
    const changed = isStillBuiltFromThese();
    write(path, text);

    expect([changed, isStillBuiltFromThese()]).toEqual([false, true]);
  },
);

test('it does not when a file is new, gone or has another name', () => {
  write('content/new.yaml', '');
  expect(isStillBuiltFromThese()).toBe(false);
  rmSync(join(root, 'content/new.yaml'));
  renameSync(join(root, 'src/wiring.ts'), join(root, 'src/other.ts'));
  expect(isStillBuiltFromThese()).toBe(false);
  rmSync(join(root, 'src/other.ts'));
  expect(isStillBuiltFromThese()).toBe(false);
});

test('it does not when a whole folder is missing', () => {
  rmSync(join(root, 'search-index'), { recursive: true });

  expect(isStillBuiltFromThese()).toBe(false);
});

test('what no build reads may change', () => {
  write('search-index/judged-queries.jsonl', 'new');
  write('content/lists/.needs.yaml.swp', 'being written');

  expect(isStillBuiltFromThese()).toBe(true);
});

test('a build that does not say what it was made from is not trusted to match', () => {
  rmSync(join(root, 'dist/built-from.txt'));

  expect(isStillBuiltFromThese()).toBe(false);
});

function write(path: string, text: string) {
  writeFileSync(join(root, path), text);
}

function isStillBuiltFromThese() {
  return isBuiltFrom(join(root, 'dist'), hashSources(root));
}
