import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
    expect(editors.script('check-content.ts').output).not.toContain('bow-lunch-club');
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
