import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeLostFiles, noteBuiltFiles } from '../../../../src/platform/files/build-files.ts';

const files = [
  'built-from.txt',
  'client/bn/index.html',
  'client/index.html',
  'search-models.bin',
  'server/entry.mjs',
  'sources/content/site.yaml',
  'sources/search-index/definition.json',
  'version.json',
];
let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'built-'));
  for (const path of files) {
    mkdirSync(dirname(join(build, path)), { recursive: true });
    writeFileSync(join(build, path), path);
  }
  noteBuiltFiles(build);
});
afterEach(() => rmSync(build, { recursive: true }));

test('a build that has all its files has lost none', () => {
  expect(describeLostFiles(build)).toBeUndefined();
});

test.each(files)('one without %s is told, with what to do', (path) => {
  rmSync(join(build, path));

  expect(describeLostFiles(build)).toBe(
    `${build}/ is not whole: 1 of its 8 files are missing or cut short (${path}). Run "npm run build", or "npm run build -- --back" for the build before it.`,
  );
});

test('one whose file was cut short is told too', () => {
  writeFileSync(join(build, 'client/index.html'), 'cl');

  expect(describeLostFiles(build)).toContain('(client/index.html)');
});

test('of many files three are named', () => {
  rmSync(join(build, 'client'), { recursive: true });
  rmSync(join(build, 'sources'), { recursive: true });

  expect(describeLostFiles(build)).toMatch(/4 of its 8 files .* \(client[^,]*, [^,]*, [^,]*, …\)/);
});

test('what an editor put beside them is no matter', () => {
  appendFileSync(join(build, 'client/new.html'), 'new');

  expect(describeLostFiles(build)).toBeUndefined();
});

test('a build that does not say what it had is taken as it is', () => {
  rmSync(join(build, 'built-files.txt'));
  rmSync(join(build, 'client'), { recursive: true });

  expect(describeLostFiles(build)).toBeUndefined();
});
