import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  describeOtherSite,
  findBuiltOrigin,
  hashSources,
  isBuiltFrom,
  noteSources,
} from '../../../../src/platform/files/build-sources.ts';

const sources = {
  'content/lists/needs.yaml': 'food',
  'search-index/definition.json': '{}',
  'src/wiring.ts': '1',
};
const siteUrl = new URL('https://support.nhs.uk/');
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const folder of ['content/lists', 'search-index', 'src', 'dist']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const [path, text] of Object.entries(sources)) write(path, text);
  noteSources(join(root, 'dist'), hashSources(root), siteUrl);
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

test('a build is for the SITE_URL that it was made with, however that is written', () => {
  expect(findBuiltOrigin(join(root, 'dist'))).toBe('https://support.nhs.uk');
  expect(describeOtherSite(join(root, 'dist'), new URL('https://SUPPORT.nhs.uk:443'))).toBe(
    undefined,
  );
});

test.each(['http://support.nhs.uk', 'https://support.nhs.uk:8443', 'https://www.support.nhs.uk'])(
  'it is not for %s, and both ways to mend that are named',
  (other) => {
    const told = describeOtherSite(join(root, 'dist'), new URL(other));

    expect(told).toContain(`was built for https://support.nhs.uk, and SITE_URL is ${other}.`);
    expect(told).toContain(`"SITE_URL=${other} npm run build", or set SITE_URL=https://support`);
  },
);

test.each([
  ['does not say', () => write('dist/built-from.txt', hashSources(root))],
  ['says nothing at all', () => rmSync(join(root, 'dist/built-from.txt'))],
])('a build that %s is for no SITE_URL', (_what, damage) => {
  damage();

  expect(findBuiltOrigin(join(root, 'dist'))).toBe(undefined);
  expect(describeOtherSite(join(root, 'dist'), siteUrl)).toMatch(
    /does not say .* Run "SITE_URL=https:\/\/support\.nhs\.uk npm run build"\.$/,
  );
});

function write(path: string, text: string) {
  writeFileSync(join(root, path), text);
}

function isStillBuiltFromThese() {
  return isBuiltFrom(join(root, 'dist'), hashSources(root));
}
