/**
 * Covers scripts/content-due.ts, scripts/call-sheets.ts, scripts/content/due-text.ts, scripts/content/call-sheets-html.ts and
 * src/directory/checking/due-words.ts, on the content as it is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toCallSheets } from '../../../../scripts/content/call-sheets-html.ts';
import { type DueListing, findDue } from '../../../../src/directory/checking/due.ts';
import { describeDue } from '../../../../src/directory/checking/due-words.ts';
import { today } from '../../../../src/platform/clock.ts';
import { directory } from '../../../../src/wiring.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const due = (fields: Partial<DueListing> = {}): DueListing => ({
  listing: aListing('lunch', { name: 'Lunch & <Tea>', phone: '020 7946 0001' }),
  rank: 5,
  firstFor: [],
  targetDays: 180,
  checkedOn: undefined,
  dueOn: undefined,
  sameCall: [],
  ...fields,
});

test('why a listing is due is said in a line', () => {
  expect(describeDue(due())).toBe('never checked');
  expect(
    describeDue(
      due({
        report: { at: '2026-05-03T10:00:00Z', isLate: true },
        checkedOn: '2026-01-02',
        dueOn: '2026-04-02',
        targetDays: 90,
        firstFor: ['a', 'b', 'c', 'd', 'e', 'f'],
        sameCall: ['g'],
      }),
    ),
  ).toBe(
    'reported on 2026-05-03, more than 48 hours ago; last checked on 2026-01-02, due by 2026-04-02 (every 90 days); first for a, b, c, d and 2 more; the same call does for g',
  );
});

test('the list says how far the targets are reached, and names as many as are asked for', () => {
  const { status, stdout } = run('scripts/content-due.ts', '--number', '3');

  expect(status).toBe(0);
  expect(stdout).toMatch(/^Checked within 180 days: \d+ of \d+ listings\./);
  expect(stdout.match(/^ +\d+\. /gm)).toHaveLength(3);
});

test('the list for programs is the same list', () => {
  const read = JSON.parse(run('scripts/content-due.ts', '--json', '--number', '5').stdout);
  const found = findDue(directory, { now: new Date().toISOString(), reports: [] });

  expect(read.map(({ slug }: { slug: string }) => slug)).toEqual(
    found.slice(0, 5).map(({ listing }) => listing.slug),
  );
});

test.each(['0', '-3', 'all', '1.5'])('--number %s is refused with what to write', (number) => {
  const { status, stderr } = run('scripts/content-due.ts', `--number=${number}`);

  expect(status).toBe(1);
  expect(stderr).toContain('such as --number 40');
});

test('call sheets are a page each, in a file that asks nothing of the network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'sheets.html');

  const { status, stdout } = run('scripts/call-sheets.ts', '--number', '4', '--out', out);

  expect(status).toBe(0);
  expect(stdout).toMatch(/^4 of \d+ that are due are in /);
  const html = readFileSync(out, 'utf8');
  expect(html.match(/class="sheet"/g)).toHaveLength(4);
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(/);
});

test('names are text on a sheet, whatever signs they have', () => {
  const html = toCallSheets([due()], directory, today());

  expect(html).toContain('Lunch &#38; &#60;Tea&#62;');
  expect(html).not.toContain('<Tea>');
});

test('who checks help for people in danger is asked not to hold up the line', () => {
  const listing = aListing('crisis', { phone: '020 7946 0001', isUrgentHelp: true });

  expect(toCallSheets([due({ listing })], directory, today())).toContain('do not hold up a line');
  expect(toCallSheets([due()], directory, today())).not.toContain('do not hold up a line');
});

function run(...words: string[]) {
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}
