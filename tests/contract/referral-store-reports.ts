import { describe, expect, test } from 'vitest';
import type { NewReport } from '../../src/referral/store/store-port.ts';
import { aReportRow } from '../support/referral/a-report.ts';
import { aLetterRow, MINUTE_MS, NOON } from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

const audit = { action: 'clear-report', reason: 'they have a new number', operator: 'root' };

/** What ReferralStore promises of reports. */
export function describeReports({ open }: Stores): void {
  describe('a report', () => {
    test('is stored with its letter, and found by its reference and its form', async () => {
      const { store } = await open();
      const result = await store.insertReport(aReportRow('a'), [
        aLetterRow('about-a', { kind: 'report' }),
      ]);

      const { payload, wrappedKey, ...row } = aReportRow('a');
      expect(result).toMatchObject({ stored: row });
      const found = await store.findReport({ reference: 'RP-TEST-a' });
      expect(found).toMatchObject(row);
      expect(Buffer.from(found?.payload ?? [])).toEqual(Buffer.from(payload ?? []));
      expect(Buffer.from(found?.wrappedKey ?? [])).toEqual(Buffer.from(wrappedKey ?? []));
      expect(await store.findReport({ formToken: 'form-a' })).toMatchObject({ id: 'report-a' });
      expect(await store.findReport({ formToken: 'form-b' })).toBeUndefined();
      expect(await store.listLetters('pending')).toMatchObject([{ kind: 'report' }]);
    });

    test('is not stored when its letter cannot be', async () => {
      const { store } = await open();
      await store.insertReport(aReportRow('a'), [aLetterRow('same', { kind: 'report' })]);

      await expect(
        store.insertReport(aReportRow('b'), [aLetterRow('same', { kind: 'report' })]),
      ).rejects.toMatchObject({ name: 'StoreFault', effect: 'not-stored' });
      expect(await store.findReport({ reference: 'RP-TEST-b' })).toBeUndefined();
    });

    test('is stored once of twenty equal forms sent at once, by two servers', async () => {
      const first = await open();
      const second = await open(first);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? first : second).store.insertReport(
            aReportRow(index, { formToken: 'the form' }),
            [],
          ),
        ),
      );

      expect(results.filter((result) => 'stored' in result)).toHaveLength(1);
      expect(results.filter((result) => 'existing' in result)).toHaveLength(19);
      expect(await first.store.listReports({ open: true, limit: 50 })).toHaveLength(1);
    });

    test('asks for another reference where its own is taken', async () => {
      const { store } = await open();
      await store.insertReport(aReportRow('a'), []);

      expect(await store.insertReport(aReportRow('b', { reference: 'RP-TEST-a' }), [])).toEqual({
        taken: true,
      });
    });

    test('is on the pages of another server until it is cleared, once, by a name and for a reason', async () => {
      const first = await open();
      const second = await open(first);
      await first.store.insertReport(aReportRow('a'), []);
      await first.store.insertReport(
        aReportRow('b', { facts: 'hours', receivedAt: NOON + MINUTE_MS }),
        [],
      );
      await first.store.insertReport(aReportRow('c', { kind: 'feedback', listing: null }), []);

      expect(await second.store.listReportedFacts({ limit: 9 })).toEqual([
        { listing: 'a-place', facts: 'hours', receivedAt: NOON + MINUTE_MS },
        { listing: 'a-place', facts: 'phone', receivedAt: NOON },
      ]);
      expect(await second.store.listReportedFacts({ limit: 1 })).toHaveLength(1);

      const clear = () =>
        second.store.clearReport({ reference: 'RP-TEST-a', at: NOON + MINUTE_MS, audit });
      expect(await clear()).toBe(true);
      expect(await clear()).toBe(false);
      expect(await first.store.listReportedFacts({ limit: 9 })).toMatchObject([{ facts: 'hours' }]);
      expect(await first.store.listAudit('RP-TEST-a')).toMatchObject([audit]);
      expect(
        (await first.store.listReports({ open: true, limit: 9 })).map(({ reference }) => reference),
      ).toEqual(['RP-TEST-b', 'RP-TEST-c']);
      expect(await first.store.countReports()).toEqual([
        { kind: 'feedback', received: 1, open: 1 },
        { kind: 'listing', received: 2, open: 1 },
      ]);
    });

    test('loses its text, and its letter that of it, when it is due, and is still counted', async () => {
      const { store } = await open();
      const insert = (name: string, fields: Partial<NewReport>) =>
        store.insertReport(aReportRow(name, fields), [
          aLetterRow(name, { id: `report-report-${name}`, kind: 'report' }),
        ]);
      await insert('old', { receivedAt: NOON - 10 * MINUTE_MS });
      await insert('cleared', { clearedAt: NOON - 2 * MINUTE_MS });
      await insert('just-cleared', { clearedAt: NOON });
      await insert('new', {});

      expect(await store.listWrappedKeys()).toHaveLength(8);
      const due = {
        clearedBefore: NOON - MINUTE_MS,
        receivedBefore: NOON - 5 * MINUTE_MS,
        now: NOON,
      };
      expect(await store.shredReports({ ...due, limit: 1 })).toBe(1);
      expect(await store.shredReports({ ...due, limit: 9 })).toBe(1);
      expect(await store.shredReports({ ...due, limit: 9 })).toBe(0);

      const keys = (await store.listWrappedKeys()).map(({ id }) => id).toSorted();
      expect(keys).toEqual([
        'report-just-cleared',
        'report-new',
        'report-report-just-cleared',
        'report-report-new',
      ]);
      expect(await store.listLetters('withdrawn')).toHaveLength(2);
      expect(await store.findReport({ reference: 'RP-TEST-old' })).toMatchObject({
        payload: null,
        wrappedKey: null,
        shreddedAt: NOON,
        facts: 'phone',
      });
    });
  });
}
