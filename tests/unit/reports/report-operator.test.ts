/** Covers src/reports/report-operator.ts, src/reports/reports-by-listing.ts; on a real store. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import type { NewReport } from '../../../src/referral/store/store-port.ts';
import { createReportOperator } from '../../../src/reports/report-operator.ts';
import { toReportText } from '../../../src/reports/report-text.ts';
import { toReportsByListing } from '../../../src/reports/reports-by-listing.ts';
import { aReportRow } from '../../support/referral/a-report.ts';
import { aStore, NOON, type OpenedStore } from '../../support/referral/a-store.ts';

const HOUR_MS = 3_600_000;
const sealing = createSealing(Buffer.alloc(32, 'k'));
const nothing = { placeName: '', placeDoes: '', placeReach: '' };
let opened: OpenedStore;

beforeEach(async () => {
  opened = await aStore();
});
afterEach(() => opened.discard());

const store = (name: string, fields: Partial<NewReport> = {}) =>
  opened.store.insertReport(aReportRow(name, { reference: `RP-AAAA-${name}`, ...fields }), []);
const anOperator = (key: Parameters<typeof createReportOperator>[0]['key'] = { sealing }) =>
  createReportOperator({ store: opened.store, key, now: () => NOON, name: 'root' });
const seal = (id: string, words: string) =>
  sealing.seal(
    id,
    toReportText({ kind: 'listing', listing: 'a-place', facts: [], words, ...nothing }) ?? '',
  );

test('open reports are listed by listing, the newest first, and those of 48 hours are marked', async () => {
  await store('OLDD', { receivedAt: NOON - 48 * HOUR_MS, facts: 'phone hours' });
  await store('NEWW', { receivedAt: NOON - 48 * HOUR_MS + 1 });
  await store('BBBB', { listing: 'b-place', receivedAt: NOON });
  await store('SUGG', { kind: 'suggestion', listing: null, facts: '' });
  await store('DONE', { clearedAt: NOON });

  expect(await anOperator().list({ all: false })).toEqual({
    ok: true,
    lines: [
      'b-place',
      '  RP-AAAA-BBBB  Sunday 22 November 2026, midday  phone',
      'a-place',
      '  RP-AAAA-NEWW  Friday 20 November 2026, midday  phone',
      '  RP-AAAA-OLDD  Friday 20 November 2026, midday  phone, hours  open for more than 48 hours',
      'suggestion  RP-AAAA-SUGG  Sunday 22 November 2026, midday',
      'listing: 3 open of 4, suggestion: 1 open of 1',
    ],
  });
  const all = await anOperator().list({ all: true });
  expect(all.ok && all.lines).toContain(
    'a-place  RP-AAAA-DONE  Sunday 22 November 2026, midday  phone  cleared',
  );
});

test('reports of a listing are counted together from 48 hours', async () => {
  for (const [index, hours] of [0, 47, 48, 90].entries()) {
    await store(`CCC${index}`, { receivedAt: NOON - hours * HOUR_MS, facts: `cost hours` });
  }
  const reports = await opened.store.listReports({ open: true, limit: 9 });

  expect(toReportsByListing(reports, NOON)).toMatchObject([
    { listing: 'a-place', facts: ['hours', 'cost'], overdue: 2, reports: { length: 4 } },
  ]);
});

test('says that none is open', async () => {
  expect(await anOperator().list({ all: false })).toEqual({
    ok: true,
    lines: ['No report is open.'],
  });
});

describe('what a visitor wrote', () => {
  test('is shown with a reason, which is written down first', async () => {
    await store('TEXT', { id: 'an-id', ...seal('an-id', 'The number\nrings out') });

    expect(await anOperator().show('rp aaaa text', 'an editor asks')).toEqual({
      ok: true,
      lines: ['In their own words:', '  > The number', '  > rings out'],
    });
    expect(await opened.store.listAudit('RP-AAAA-TEXT')).toMatchObject([
      { action: 'show-report', reason: 'an editor asks', operator: 'root', at: NOON },
    ]);
  });

  test.each([
    ['nothing', { payload: null, wrappedKey: null }, 'Nothing was written.'],
    ['destroyed', { payload: null, wrappedKey: null, shreddedAt: NOON }, /destroyed/],
    ['of another key', {}, /can no longer be read/],
  ] as const)('may be %s', async (_, fields, words) => {
    await store('TEXT', fields);
    const shown = await anOperator().show('RP-AAAA-TEXT', 'an editor asks');

    expect(shown.ok ? shown.lines : [shown.message]).toEqual([expect.stringMatching(words)]);
  });

  test('stays closed without a key, and nothing is written down', async () => {
    await store('TEXT');

    expect(await anOperator({ problem: 'No key' }).show('RP-AAAA-TEXT', 'why not')).toEqual({
      ok: false,
      message: 'No key',
    });
    expect(await opened.store.listAudit('RP-AAAA-TEXT')).toEqual([]);
  });
});

test('a report is cleared once; one that is not there, or no reference, is told apart', async () => {
  await store('CLEA');

  expect(await anOperator().clear('RP-AAAA-CLEA', 'number corrected')).toMatchObject({ ok: true });
  expect(await opened.store.listReportedFacts({ limit: 9 })).toEqual([]);
  const refused = async (reference: string) => {
    const result = await anOperator().clear(reference, 'number corrected');
    return result.ok ? 'cleared' : result.message;
  };
  expect(await refused('RP-AAAA-CLEA')).toBe('RP-AAAA-CLEA was cleared before.');
  expect(await refused('RP-AAAA-NONE')).toContain('There is no report RP-AAAA-NONE');
  expect(await refused('SP-AAAA-CLEA')).toContain('is not the reference of a report');
});
