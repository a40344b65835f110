import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLanguagesWithoutHome } from '../../../../src/platform/files/built-pages.ts';

let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const path of ['index.html', 'bn/index.html', 'so/index.html']) write(path, 'Home');
});
afterEach(() => rmSync(build, { recursive: true }));

test('a build with a home page in each language lacks none', () => {
  expect(findLanguagesWithoutHome(build)).toEqual([]);
});

test('a language whose home page is gone or empty is named', () => {
  rmSync(join(build, 'client/bn'), { recursive: true });
  write('index.html', '');

  expect(findLanguagesWithoutHome(build)).toEqual(['en', 'bn']);
});

test('without its folder a build lacks all', () => {
  rmSync(join(build, 'client'), { recursive: true });

  expect(findLanguagesWithoutHome(build)).toEqual(['en', 'bn', 'so']);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(build, 'client', path)), { recursive: true });
  writeFileSync(join(build, 'client', path), text);
}
