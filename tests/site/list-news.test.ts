import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/platform/config.ts';
import { hashSources, noteSources } from '../../src/platform/files/build-sources.ts';
import { withinOneDay } from '../support/days/days.ts';
import { buildFolder } from '../support/site/build-folder.ts';
import { toText } from '../support/site/built-pages.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

// A list of six, and a directory in which something has become of four of them since.
const list = [
  'bow-foodbank',
  'bow-strollers',
  'old-lunch-club',
  'elatt',
  'kooth',
  'bikeworks',
].join('.');
const folder = mkdtempSync(join(tmpdir(), 'later-'));
const BEGUN = '2020-03-01';
let site: Awaited<ReturnType<typeof startBuiltSite>>;

beforeAll(async () => {
  prepareFolder();
  site = await startBuiltSite({ OUT_DIR: 'dist' }, folder);
});
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

describe('a list that is opened later', () => {
  test('says how many have changed, in what, and which closed or went', async () => {
    const text = await textOf(`/shortlist/?items=${list}&made=2020-05-12`);

    expect(text).toContain('Changed since this list was made on 12 May 2020');
    expect(text).toContain('2 of 6 have changed: phone, days and times.');
    expect(text).toContain('1 of 6 has closed.');
    expect(text).toContain('1 of 6 is no longer in our directory.');
    expect(text).toContain('Changed since this list was made: phone, days and times');
    expect(text).toContain('This is no longer in our directory, since 1 August 2020.');
  });

  test('says so in Bengali and Somali', async () => {
    const query = `?items=${list}&made=2020-05-12`;

    expect(await textOf(`/bn/shortlist/${query}`)).toContain(
      '৬টির মধ্যে ২টি বদলেছে: ফোন, দিন ও সময়।',
    );
    expect(await textOf(`/so/shortlist/${query}`)).toContain('1 ka mid ah 6 ayaa xidhmay.');
  });

  test('leads to the same list dated today, which has no news', async () => {
    const { dated, text } = await withinOneDay(async () => {
      const answer = await site.get(`/shortlist/?items=${list}&made=2020-05-12`);
      const link = /<a href="([^"]+)">\s*Date this list today/.exec(await answer.text());
      const dated = (link?.[1] ?? '').replaceAll('&amp;', '&');
      return { dated, text: await textOf(dated) };
    });

    expect(dated).toContain(list);
    expect(text).not.toContain('Changed since');
    expect(text).toContain('This is no longer in our directory');
  });

  test('has nothing to say of what changed before it was made', async () => {
    const text = await textOf('/shortlist/?items=bow-foodbank&made=2020-09-02');

    expect(text).toContain('As far as we know, nothing on it has changed since 2 September 2020.');
    expect(text).not.toContain('We cannot tell');
  });

  test('older than the histories, says since when we can tell, and that we cannot before', async () => {
    const query = 'items=bikeworks&made=2020-02-02';
    const said = [
      'has changed since 1 March 2020.',
      'We cannot tell what changed before 1 March 2020.',
    ];

    for (const part of said) {
      expect(await textOf(`/shortlist/?${query}`)).toContain(part);
      expect(await textOf(`/shortlist/handout/?${query}`)).toContain(part);
    }
    const changed = await textOf(`/shortlist/?items=${list}&made=2020-02-02`);
    expect(changed).toContain('2 of 6 have changed');
    expect(changed).toContain('We cannot tell what changed before 1 March 2020.');
  });
});

async function textOf(path: string): Promise<string> {
  return toText(await (await site.get(path)).text());
}

function prepareFolder() {
  for (const part of ['node_modules', 'src', 'scripts', 'search-index', 'package.json']) {
    symlinkSync(resolve(part), join(folder, part));
  }
  mkdirSync(join(folder, 'dist'));
  for (const part of ['client', 'server']) {
    symlinkSync(resolve(buildFolder, part), join(folder, 'dist', part));
  }
  cpSync('content', join(folder, 'content'), { recursive: true });
  change(
    'histories.yaml',
    /(?<=\nbow-foodbank: \{ now: "[^"]*")/,
    note('2020-09-01', 'phone, hours'),
  );
  change('histories.yaml', /(?<=\n_begun: )".*"/, `"${BEGUN}"`);
  change('histories.yaml', /$/, 'old-lunch-club: { now: status:92d86cbc, gone: "2020-08-01" }\n');
  change('organisations/bow-strollers.yaml', /status: open/, 'status: closed');
  // Not noted by anyone.
  change('organisations/elatt.yaml', /phone: .*/, 'phone: "020 7000 0001"');
  noteSources(join(folder, 'dist'), hashSources(folder), parseConfig(process.env).siteUrl);
}

function note(date: string, facts: string): string {
  return `, changes: [{ date: "${date}", facts: [${facts}] }]`;
}

function change(file: string, from: RegExp, to: string) {
  const path = join(folder, 'content', file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} has nothing like ${from}`);
  writeFileSync(path, changed);
}
