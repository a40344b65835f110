/** Covers scripts/unlist.ts, on a folder of this test. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentFolder, listingFields } from '../../../support/directory/content.ts';

test('a listing whose organisation asks for it is taken out, and the check refuses it from then on', () => {
  const { run, path, write } = aFolder();
  write('content/organisations/tea.yaml', JSON.stringify(listingFields({ name: 'Tea' })));

  const { status, stdout } = run('scripts/unlist.ts', 'tea');

  expect(status).toBe(0);
  expect(stdout).toContain('Tea is taken out');
  expect(existsSync(path('content/organisations/tea.yaml'))).toBe(false);
  expect(readFileSync(path('content/do-not-list.yaml'), 'utf8')).toMatch(
    /^# .*\n- slug: tea\n {2}name: Tea/,
  );

  write('content/organisations/tea-club.yaml', JSON.stringify(listingFields({ name: 'Tea' })));
  const again = run('scripts/unlist.ts', 'tea-club');
  expect(again.stderr).toContain('asked on');
  expect(existsSync(path('content/organisations/tea-club.yaml'))).toBe(true);
});

test('a second wish is written below the first', () => {
  const { run, path, write } = aFolder();
  for (const name of ['Tea', 'Cake']) {
    write(
      `content/organisations/${name.toLowerCase()}.yaml`,
      JSON.stringify(listingFields({ name })),
    );
  }
  run('scripts/unlist.ts', 'tea');
  run('scripts/unlist.ts', 'cake');

  expect(readFileSync(path('content/do-not-list.yaml'), 'utf8').match(/^- slug: \w+/gm)).toEqual([
    '- slug: tea',
    '- slug: cake',
  ]);
});

test('what is not there is not taken out', () => {
  const { run, path } = aFolder();

  const { status, stderr } = run('scripts/unlist.ts', 'not-there');

  expect(status).toBe(1);
  expect(stderr).toContain("There is no listing 'not-there'");
  expect(existsSync(path('content/do-not-list.yaml'))).toBe(false);
});

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'unlist-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const file of contentFolder().files) write(`content/${file.path}`, file.text);
  const run = (script: string, ...words: string[]) =>
    spawnSync(process.execPath, [resolve(script), ...words], { cwd: folder, encoding: 'utf8' });
  return { run, path, write };
}
