/**
 * Covers scripts/check-content.ts, scripts/content/find-faults.ts: the real content with a mistake in each kind of
 * file that a build reads.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** A copy of all that editors write, with `mistakes` in it: by path, what is done to a file's text. */
function check(mistakes: Record<string, ((text: string) => string | Uint8Array) | undefined>) {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['content', 'search-index']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const [path, change] of Object.entries(mistakes)) {
    const file = join(folder, path);
    if (change) writeFileSync(file, change(readIfThere(file)));
    else rmSync(file);
  }
  const args = [resolve('scripts/check-content.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, problems: stderr, notices: stdout };
}

test('a mistake in each kind of file that a build reads is named, all at once', () => {
  const { status, problems } = check({
    'content/organisations/bow-foodbank.yaml': replace('cost: free', 'cost: fre'),
    'content/organisations/new-club.yaml.txt': () => 'name: New Club\n',
    'content/situations/hate-crime.yaml': replace('urgency:', 'urgent:'),
    'content/lists/areas.yaml': replace('slug: bow', 'slug: [bow'),
    'content/lists/wards.yaml': () => '- slug: x\n',
    'content/places/postcodes.csv': (text) => `${text}E1 4AA,here\n`,
    'content/practices.yaml': replace('postcode: E', 'postcode: Q'),
    'content/site.yaml': replace('crisisLines:', 'crisis:'),
    'content/histories.yaml': (text) => `${text}${text}`,
    'content/locales/en/search.json': replace('",', '"'),
    'content/locales/so/home.json': undefined,
    'content/pages/bn/about.md': replace('title:', 'titel:'),
    'content/pages/so/privacy.md': undefined,
    'content/pages/en/accessibility.md': (text) => Buffer.from(`${text}caf\u00e9\n`, 'latin1'),
    'search-index/everyday/dogs.yaml.txt': () => 'en: [dogs]\n',
    'search-index/times.yaml': (text) => Buffer.from(`${text}# caf\u00e9\n`, 'latin1'),
  });

  expect(status).toBe(1);
  const told = problems.split('\n').filter((line) => line.startsWith('  '));
  const named = (start: string) => told.filter((line) => line.startsWith(`  ${start}`));
  const expected = [
    'content/organisations/bow-foodbank.yaml, line ',
    "content/organisations/new-club.yaml.txt: nothing reads this file: a name in this folder ends in .yaml. Rename it to 'new-club.yaml'",
    'content/situations/hate-crime.yaml, line ',
    'content/lists/areas.yaml, line ',
    'content/lists/wards.yaml: nothing reads this file. The lists are needs,',
    'content/places/postcodes.csv, line ',
    'content/practices.yaml, line ',
    'content/site.yaml, line ',
    'content/histories.yaml, line ',
    'content/locales/en/search.json, line 3: this cannot be read from here on.',
    'content/locales/so/home.json: this file is missing.',
    'content/pages/bn/about.md, line 1, title: a page begins with',
    'content/pages/so/privacy.md: this page is missing. Every page is written in en, bn, so.',
    'content/pages/en/accessibility.md, line ',
    'search-index/everyday/dogs.yaml.txt: nothing reads this file.',
    'search-index/times.yaml, line ',
  ];
  expect(
    expected.filter((start) => named(start).length === 0),
    problems,
  ).toEqual([]);
});

test('what the files of a part say to each other is read once each can be read', () => {
  const { status, problems, notices } = check({
    'content/locales/bn/home.json': (text) =>
      JSON.stringify({ ...JSON.parse(text), extra: 'x', title: undefined }),
    'content/locales/so/shortlist.json': (text) =>
      JSON.stringify({ ...JSON.parse(text), dateToday: 'Date this list today' }),
    'content/pages/so/about.md': () => readFileSync('content/pages/en/about.md', 'utf8'),
    'search-index/everyday/fod.yaml': () => readFileSync('search-index/everyday/food.yaml', 'utf8'),
    'content/routing.example.yaml': replace('version:', 'wersion:'),
    'content/my notes.docx': () => 'x',
  });

  expect(status).toBe(1);
  expect(problems).toContain('content/locales/bn/home.json, extra: is too much');
  expect(problems).toContain("search-index/everyday/fod.yaml: these are words for 'fod', which");
  expect(problems).toContain('content/routing.example.yaml');
  expect(notices).toContain("so/shortlist.json, dateToday: is in English: 'Date this list today'.");
  expect(notices).toContain('content/pages/so/about.md: this page is in English still.');
  expect(notices).toContain('content/my notes.docx: nothing reads this file.');
});

test('a slip in search-index/ is named with its file', () => {
  const { status, problems } = check({
    'search-index/everyday/food.yaml': replace('- cheap food', '- "cheap food'),
    'search-index/negation.yaml': replace('before:', 'befor:'),
  });
  expect(status).toBe(1);
  expect(problems).toContain('search-index/everyday/food.yaml, line 5: a text begins here with "');
  const others = [check({ 'search-index/negation.yaml': replace('before:', 'befor:') })];
  others.push(check({ 'search-index/lexical.json': replace(']', '') }));
  expect(others.map((each) => each.status)).toEqual([1, 1]);
  expect(others[0]?.problems).toContain('search-index/negation.yaml: ');
  expect(others[1]?.problems).toContain('search-index/lexical.json cannot be read: ');
});

test('the content as it is has no problem', () => {
  expect(check({})).toMatchObject({ status: 0, problems: '' });
});

function replace(from: string, to: string) {
  return (text: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

test('what many listings have alike is one line, and each by itself where that is asked for', () => {
  const run = (...options: string[]) =>
    spawnSync(process.execPath, ['scripts/check-content.ts', ...options], { encoding: 'utf8' });
  const alike = /says to ring, and there is no phone number/g;

  const [short, long] = [run(), run('--all')];
  const [, count] = /(\d+) listings tell people to ring/.exec(short.stdout) ?? [];

  expect(short.stdout).not.toMatch(alike);
  expect(long.stdout.match(alike)).toHaveLength(Number(count));
});
