import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  noteBuildVersion,
  readBuildVersion,
} from '../../../../src/platform/files/build-version.ts';

const version = { commit: 'a49ef79a9cf4', builtAt: '2026-01-31T10:04:01.315Z', id: 'one' };
let build: string;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'version-'));
});
afterEach(() => rmSync(build, { recursive: true }));

test('a build says which it is', () => {
  noteBuildVersion(build, version);

  expect(readBuildVersion(build)).toEqual(version);
});

test('one made without git has no commit', () => {
  noteBuildVersion(build, { builtAt: version.builtAt, id: 'one' });

  expect(readBuildVersion(build)).toEqual({ builtAt: version.builtAt, id: 'one' });
});

test.each(['', '{', '{}', '{"id":"one","builtAt":"yesterday"}'])(
  'one whose note is %j does not say',
  (text) => {
    writeFileSync(join(build, 'version.json'), text);

    expect(readBuildVersion(build)).toBeUndefined();
  },
);

test('nor does one without a note', () => {
  expect(readBuildVersion(build)).toBeUndefined();
});
