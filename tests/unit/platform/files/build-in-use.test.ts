// In processes of their own: what a process settles on holds until it ends.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'in use ')));
  write('dist.builds/one/sources/content/locales/en/staff.json', '{"made":"one"}');
  write('dist.builds/two/sources/content/locales/en/staff.json', '{"made":"two"}');
  symlinkSync('dist.builds/one', join(folder, 'dist'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a process reads the content and the words of the build that OUT_DIR leads to', () => {
  expect(run()).toEqual({
    outDir: 'dist.builds/one',
    sources: 'dist.builds/one/sources',
    words: { made: 'one' },
  });
});

test('it goes on with that one when another is put in place', () => {
  const outcome = run({
    afterwards: `fs.rmSync('dist'); fs.symlinkSync('dist.builds/two', 'dist');`,
  });

  expect(outcome).toMatchObject({ outDir: 'dist.builds/one', words: { made: 'one' } });
});

test('words that are in the build alone are read too', () => {
  write('dist.builds/one/sources/content/locales/en/gone.json', '{"made":"then"}');

  expect(run({ words: 'gone' })).toMatchObject({ words: { made: 'then' } });
});

test('a build elsewhere is named by its whole path', () => {
  const outDir = join(folder, 'dist');

  expect(run({ outDir, cwd: process.cwd() })).toMatchObject({
    outDir: join(folder, 'dist.builds/one'),
    words: { made: 'one' },
  });
});

test.each([
  ['there is no build', 'no-such-folder'],
  ['a build kept none, as those of earlier versions did not', 'earlier'],
])('where %s, it reads what is in the working folder', (_what, outDir) => {
  write('earlier/client/index.html', 'Home');

  const { sources, words } = run({ outDir });
  expect(sources).toBe('.');
  expect(words).toHaveProperty('subject');
});

/** Settles on a build, does something, and only then loads words. */
function run({ outDir = '', cwd = folder, afterwards = '', words = 'staff' } = {}) {
  const href = (path: string) => JSON.stringify(pathToFileURL(resolve(path)).href);
  const program = `
    import fs from 'node:fs';
    import { sourcesFolder, useBuild } from ${href('src/platform/files/build-in-use.ts')};
    useBuild(process.env);
    ${afterwards}
    const { default: words } = await import(${href(`content/locales/en/${words}.json`)}, { with: { type: 'json' } });
    console.log(JSON.stringify({ outDir: process.env.OUT_DIR, sources: sourcesFolder(), words }));
  `;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd,
    env: { ...process.env, OUT_DIR: outDir },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
