import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aContentRepository } from '../../support/directory/a-content-repository.ts';

const LISTING = 'organisations/bow-lunch-club.yaml';

describe('npm run content:import', () => {
  test('says what it would do and writes nothing, until it is told to', () => {
    const editors = aContentRepository();
    const before = editors.read(LISTING);
    const table = aTable(editors.folder, 'slug;hours\r\nbow-lunch-club;Mondays – 10 to 12\r\n');

    const dry = editors.script('import-listings.ts', table);
    expect(dry.output).toContain("hours: (nothing) → 'Mondays – 10 to 12'");
    expect(dry.output).toContain('Nothing is written yet.');
    expect(editors.read(LISTING)).toBe(before);

    const wet = editors.script('import-listings.ts', table, '--write');
    expect(wet.output).toContain('1 files written.');
    expect(editors.read(LISTING)).toContain('hours: Mondays – 10 to 12');
    expect(editors.script('import-listings.ts', table, '--write').output).toContain(
      'There is nothing to write.',
    );
    expect(editors.note().output).toContain('bow-lunch-club: new in the directory');
  });

  test('reads a feed from its address, page by page, and matches it the next time', async () => {
    const editors = aContentRepository();
    const service = (id: string, name: string, description: string) => ({
      id,
      name,
      description,
      contacts: [],
      assurer_email: 'checker@council.example',
    });
    const pages = [
      [service('a', 'Tea &amp; Talk', '<p>You can have <b>tea</b>.</p><p>Stay</p>')],
      [service('b', '', ''), service('a', 'Twice', '')],
    ];
    const origin = await aServer(({ pathname, searchParams }) => {
      if (pathname !== '/services') return undefined;
      const page = Number(searchParams.get('page') ?? 1);
      return {
        total_pages: 2,
        page_number: page,
        last_page: page === 2,
        contents: pages[page - 1],
      };
    });
    editors.write(
      '../terms.yaml',
      'defaults: { kind: charity, needs: [food], audiences: [everyone], languages: [en] }\n',
    );
    const run = () =>
      promisify(execFile)(
        process.execPath,
        [
          resolve('scripts/import-listings.ts'),
          `${origin}/services`,
          '--terms',
          'terms.yaml',
          '--write',
        ],
        { cwd: editors.folder },
      );

    const { stdout } = await run();
    expect(stdout).toContain('3 read: 1 new, 0 changed, 0 the same, 2 refused.');
    expect(stdout).toContain('this service has no name.');
    expect(stdout).toContain('this id stands in the feed twice');
    expect(editors.read('organisations/tea-and-talk.yaml')).toContain('You can have tea. Stay');
    expect(editors.note()).toMatchObject({
      status: 0,
      output: expect.stringContaining('tea-and-talk: new in the directory'),
    });
    expect((await run()).stdout).toContain('3 read: 0 new, 0 changed, 1 the same, 2 refused.');
  });

  test('a feed that breaks off changes nothing', async () => {
    const editors = aContentRepository();
    const before = editors.read(LISTING);
    const origin = await aServer(({ searchParams }) =>
      searchParams.has('page')
        ? undefined
        : { totalPages: 2, number: 1, content: [{ id: 'a', name: 'A', contacts: [] }] },
    );
    const fault = await promisify(execFile)(
      process.execPath,
      [resolve('scripts/import-listings.ts'), `${origin}/services`, '--write'],
      { cwd: editors.folder },
    ).catch((each: { code: number; stderr: string }) => each);
    expect(fault).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/services?page=2 answered 404'),
    });
    expect(editors.read(LISTING)).toBe(before);
  });

  test('an export that is imported leaves every byte as it is', () => {
    const editors = aContentRepository();
    const before = editors.read(LISTING);
    for (const file of ['all.csv', 'all.json']) {
      expect(editors.script('export-listings.ts', file).output).toContain('1 listings written to');
      const { output } = editors.script('import-listings.ts', file, '--write');
      expect(output).toContain('1 read: 0 new, 0 changed, 1 the same, 0 refused.');
      expect(editors.read(LISTING)).toBe(before);
    }
    expect(editors.script('export-listings.ts').output).toMatch(/^\uFEFFslug,name,/);
  });

  test('an interrupted import is named, and finished when told to', () => {
    const editors = aContentRepository();
    const beside = join(editors.folder, '.content-import');
    editors.write('../.content-import/0', 'name: Half way\n');
    writeFileSync(join(beside, 'files.json'), JSON.stringify([LISTING]));
    const refused = editors.script('import-listings.ts', 'any.csv');
    expect(refused).toMatchObject({ status: 1, output: expect.stringContaining('--finish') });
    expect(editors.script('import-listings.ts', '--finish').output).toContain(
      '1 files were still to come',
    );
    expect(editors.read(LISTING)).toBe('name: Half way\n');
  });

  test('refuses to begin on content with a fault, and a file that is not there or not right', () => {
    const editors = aContentRepository();
    const table = aTable(editors.folder, 'one,two\nthree,four\n');
    expect(editors.script('import-listings.ts', table)).toMatchObject({
      status: 1,
      output: expect.stringContaining('the first row has to name the fields'),
    });
    expect(editors.script('import-listings.ts', 'none.csv')).toMatchObject({
      status: 1,
      output: expect.stringContaining('none.csv: there is no such file.'),
    });
    editors.write('terms.yaml', 'defaults: { sort: charity }\n');
    expect(
      editors.script('import-listings.ts', table, '--terms', 'content/terms.yaml').output,
    ).toContain('there is no field of this name');
    editors.remove('terms.yaml');
    editors.write(LISTING, 'name: [');
    expect(editors.script('import-listings.ts', table)).toMatchObject({
      status: 1,
      output: expect.stringContaining(LISTING),
    });
  });
});

function aTable(folder: string, text: string): string {
  const file = join(folder, 'table.csv');
  // As Excel saves it on Windows.
  writeFileSync(
    file,
    Uint8Array.from([...text].map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0)))),
  );
  return file;
}

/** A real server that answers as `answer` says; undefined is 404. */
async function aServer(answer: (url: URL) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    const body = answer(new URL(request.url ?? '', 'http://x'));
    response.writeHead(body === undefined ? 404 : 200).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
