/**
 * Covers src/exchange/tables/cell-forms.ts, src/exchange/tables/columns.ts, src/exchange/tables/safe-cell.ts,
 * src/exchange/texts/decode-text.ts, src/exchange/read-source.ts, src/exchange/tables/write-table.ts.
 */
import { describe, expect, test } from 'vitest';
import { termsSchema } from '../../../../src/exchange/open-referral/terms.ts';
import { readSource } from '../../../../src/exchange/read-source.ts';
import { readTable } from '../../../../src/exchange/tables/read-table.ts';
import { formatTable } from '../../../../src/exchange/tables/write-table.ts';

const fields = {
  name: 'Bow Lunch Club',
  otherNames: ['Lunch | Club', 'back\\slash', '=cmd()'],
  summary: '=HYPERLINK("https://evil.example")',
  description: 'First line.\nSecond, with "quotes"; and a semicolon.',
  hours: "'+quoted",
  phone: '+44 20 7946 0123',
  email: '@here',
  cost: '-',
  sessions: [
    { days: ['mon', 'wed'], opens: '10:00', closes: '12:30', what: 'Chair yoga | tea' },
    { days: ['fri'], opens: '09:00', closes: '10:00' },
    { days: ['sat'], opens: '09:00', closes: '10:00', by: 'phone', where: 'Hall, E2 | E3' },
  ],
  confidentialAddress: true,
  trust: {
    sources: ['https://www.example.org/a|b', 'general knowledge'],
    collected: 2024,
    checks: [{ date: '2026-11-20', method: 'phone', facts: ['phone', 'hours'] }],
  },
  translations: { bn: { summary: 'দুপুরের খাবার' } },
};

describe('a table of listings', () => {
  test('is read as it was written, whatever the texts hold', () => {
    const reading = readTable(formatTable([{ slug: 'bow-lunch-club', fields }]).slice(1));
    expect(reading).toMatchObject({ ok: true, notes: [] });
    expect(reading.ok && reading.records).toEqual([
      expect.objectContaining({ slug: 'bow-lunch-club', where: 'row 2', fields, taken: [] }),
    ]);
  });

  test('has no cell that a spreadsheet takes for a formula', () => {
    const table = formatTable([{ slug: 'bow-lunch-club', fields }]);
    const begins = table.split('\r\n')[1]?.match(/(?:^|,)"?[=+\-@]/g);
    expect(begins).toBeNull();
    expect(table).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  test('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
    const table = formatTable([{ slug: 'a', fields: { name: 'A' } }]);
    expect(table.startsWith('\uFEFFslug,name,')).toBe(true);
    expect(table.split('\r\n')).toHaveLength(3);
  });
});

const rows = [
  ['slug', 'name', 'phone', 'otherNames', 'website'],
  ['', 'Café Größe – £5', '020 7946 0123', 'One | Two', ''],
];
const read = [{ name: 'Café Größe – £5', phone: '020 7946 0123', otherNames: ['One', 'Two'] }];
const table = (separator: string, end: string) =>
  rows.map((cells) => cells.join(separator) + end).join('');
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a table as spreadsheets save it', () => {
  test.each([
    ['commas, line ends of Unix', utf8(table(',', '\n'))],
    ['commas, a byte order mark, line ends of Windows', utf8(`\uFEFF${table(',', '\r\n')}`)],
    ['semicolons, as Excel in many countries', utf8(table(';', '\r\n'))],
    ['tabs', utf8(table('\t', '\r\n'))],
    ['a line that names the separator', utf8(`sep=;\r\n${table(';', '\r\n')}`)],
    ['line ends of old Macs', utf8(table(',', '\r'))],
    ['Windows-1252', toWindows1252(table(';', '\r\n'))],
    ['UTF-16 with tabs ("Unicode text")', toUtf16(table('\t', '\r\n'))],
  ])('is read: %s', (_, bytes) => {
    const reading = readSource(bytes, { from: 'a.csv', terms: termsSchema.parse({}) });
    expect(reading.ok && reading.records.map((record) => record.fields)).toEqual(read);
  });

  test('tells of another encoding', () => {
    const options = { from: 'a.csv', terms: termsSchema.parse({}) };
    expect(readSource(toWindows1252(table(';', '\r\n')), options)).toMatchObject({
      notes: ['the file is saved as Windows-1252, and was read as such.'],
    });
  });

  test('a workbook is no table', () => {
    const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0]);
    expect(readSource(workbook, { from: 'a.xlsx', terms: termsSchema.parse({}) })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Save the table as CSV'),
    });
  });
});

describe('what is not clear in a table', () => {
  test('a heading that no field has is left out, with the nearest', () => {
    const reading = readTable('name,phon,Notes\nA,020,x\n');
    expect(reading).toMatchObject({
      notes: [
        "column 2, 'phon': no field has this name, so it is left out. Did you mean 'phone'?",
        "column 3, 'Notes': no field has this name, so it is left out.",
      ],
    });
    expect(reading.ok && reading.records[0]?.fields).toEqual({ name: 'A' });
  });

  test.each([
    ['no first row with names', 'Bow Lunch Club,020\n', 'the first row has to name the fields'],
    ['a heading twice', 'name,phone,phone\nA,1,2\n', 'two columns are called phone'],
    ['a quotation mark too many', 'name,phone\n"A"b",1\n', 'a quotation mark'],
    ['nothing at all', '', 'found nothing'],
  ])('refuses %s', (_, text, problem) => {
    expect(readTable(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  test('a row with more cells than headings is refused, an empty one passed over', () => {
    const reading = readTable('name,phone\n,\nA,1,2\n\n');
    expect(reading.ok && reading.records).toEqual([
      expect.objectContaining({ where: 'row 3', refusal: expect.stringContaining('more cells') }),
    ]);
  });

  test('an empty cell says nothing, "(remove)" takes the field out', () => {
    const reading = readTable('slug,phone,hours\na,,(remove)\n');
    expect(reading.ok && reading.records[0]).toMatchObject({ fields: {}, taken: ['hours'] });
  });

  test('times and checks that cannot be made out stay as they are, for the check to name', () => {
    const reading = readTable(
      'slug,sessions,trust.checks\na,whenever | Mon 9:30 - 11:00,yesterday\n',
    );
    expect(reading.ok && reading.records[0]?.fields).toEqual({
      sessions: ['whenever', { days: ['mon'], opens: '09:30', closes: '11:00' }],
      trust: { checks: ['yesterday'] },
    });
  });
});

function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from([...text].map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0))));
}

function toUtf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
