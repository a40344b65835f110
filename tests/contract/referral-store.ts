import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aLetterRow,
  aReferralRow,
  aStore,
  NOON,
  type OpenedStore,
} from '../support/referral/a-store.ts';
import { describeClock } from './referral-store-clock.ts';
import { describeConfirmation } from './referral-store-confirmation.ts';
import { describeLetters } from './referral-store-letters.ts';
import { describeOutcomes } from './referral-store-outcomes.ts';
import { describeReports } from './referral-store-reports.ts';
import { describeShredding } from './referral-store-shredding.ts';

/** What one engine brings: a new empty place for a store, and what it needs before and after. */
export interface StoreEngine {
  name: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Where the next store is; a second store opened with the same is another server's. */
  aPlace: () => { dataDir?: string; databaseUrl?: string };
}

export type Stores = {
  /** By a clock that says noon, or by that of `same`; `ownClock`: by the machine's or the server's. */
  open: (same?: OpenedStore, ownClock?: 'own clock') => Promise<OpenedStore>;
};

/** What ReferralStore promises, whichever engine keeps the rows. */
export function describeReferralStore(engine: StoreEngine, describeMore = () => {}): void {
  describe(engine.name, () => {
    let opened: { store: OpenedStore; place: ReturnType<StoreEngine['aPlace']> }[] = [];
    let store: OpenedStore['store'];
    let first: OpenedStore;

    beforeAll(engine.start);
    afterAll(engine.stop);
    beforeEach(async () => {
      first = await open();
      store = first.store;
    });
    afterEach(async () => {
      for (const { store } of opened.toReversed()) await store.discard();
      opened = [];
    });

    async function open(same?: OpenedStore, ownClock?: 'own clock'): Promise<OpenedStore> {
      const before = opened.find(({ store }) => store === same);
      const place = before?.place ?? engine.aPlace();
      const fresh = await aStore({
        ...place,
        ...(same ? { dataDir: same.dataDir } : {}),
        clock: ownClock ? undefined : (same?.clock ?? { now: NOON }),
      });
      opened.push({ store: fresh, place });
      return fresh;
    }

    test('stores a referral with its letters, and finds it by each of its names', async () => {
      const result = await store.insertReferral(aReferralRow('a'), [
        aLetterRow('a'),
        aLetterRow('copy'),
      ]);

      const stored = 'stored' in result ? result.stored : undefined;
      expect(stored).toMatchObject(aReferralRow('a'));
      expect(await store.findReferral({ reference: 'SP-TEST-a' })).toEqual(stored);
      expect(await store.findReferral({ statusToken: 'status-a' })).toEqual(stored);
      expect(await store.findReferral({ acknowledgementHash: 'hash-a' })).toEqual(stored);
      expect(await store.findReferral({ sequence: stored?.sequence ?? 0 })).toEqual(stored);
      expect(await store.findReferral({ statusToken: 'status-b' })).toBeUndefined();
      const letters = await store.findLetters(stored?.sequence ?? 0);
      expect(letters.map(({ id }) => id)).toEqual(['letter-a', 'letter-copy']);
      expect(Buffer.from(letters[0]?.payload ?? []).toString()).toBe('text of a');
      expect(letters[0]).toMatchObject({ createdAt: NOON, handedOverAt: null });
    });

    test('stores nothing of a referral when one of its letters cannot be stored', async () => {
      await store.insertReferral(aReferralRow('a'), [aLetterRow('same')]);

      await expect(
        store.insertReferral(aReferralRow('b'), [aLetterRow('same')]),
      ).rejects.toMatchObject({
        name: 'StoreFault',
        effect: 'not-stored',
      });
      expect(await store.findReferral({ reference: 'SP-TEST-b' })).toBeUndefined();
      expect((await store.counts()).accepted).toBe(1);
    });

    test('accepts one of fifty equal forms sent at once, and names it to all', async () => {
      const second = await open(first);
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          (index % 2 ? store : second.store).insertReferral(
            aReferralRow(index, { formToken: 'the form' }),
            [aLetterRow(index)],
          ),
        ),
      );

      const named = results.map((result) =>
        'stored' in result
          ? result.stored.reference
          : 'existing' in result
            ? result.existing.reference
            : 'none',
      );
      expect(results.filter((result) => 'stored' in result)).toHaveLength(1);
      expect(new Set(named).size).toBe(1);
      expect(await store.counts()).toMatchObject({ accepted: 1, pending: 1 });
    });

    test('takes no referral once it was put back to an earlier state under it, until opened anew', async () => {
      for (const name of ['a', 'b', 'c']) await store.insertReferral(aReferralRow(name), []);
      await first.database.transact(async (tables) => {
        await tables.deleteFrom('referral').where('reference', '<>', 'SP-TEST-a').execute();
        await (first.database.engine === 'sqlite'
          ? sql`update sqlite_sequence set seq = 1 where name = 'referral'`
          : sql`alter table referral alter column sequence restart with 2`
        ).execute(tables);
      });

      const replaced = { reason: 'replaced', effect: 'not-stored' };
      for (const name of ['d', 'e', 'f']) {
        await expect(store.insertReferral(aReferralRow(name), [])).rejects.toMatchObject(replaced);
      }
      expect(await store.isWritable()).toBe(false);
      expect((await store.counts()).accepted).toBe(1);
      const anew = await open(first);
      expect(await anew.store.insertReferral(aReferralRow('g'), [])).toHaveProperty('stored');
    });

    test('asks for new random values where one is taken', async () => {
      await store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);

      for (const name of ['reference', 'statusToken', 'acknowledgementHash'] as const) {
        const again = aReferralRow('b', { [name]: aReferralRow('a')[name] });
        expect(await store.insertReferral(again, [aLetterRow('b')])).toEqual({ taken: true });
      }
      expect((await store.counts()).accepted).toBe(1);
    });

    test('numbers referrals upwards, and lists the newest first', async () => {
      for (const name of ['a', 'b', 'c']) await store.insertReferral(aReferralRow(name), []);

      const listed = await store.listReferrals({ limit: 2 });
      expect(listed.map(({ reference }) => reference)).toEqual(['SP-TEST-c', 'SP-TEST-b']);
      expect(listed[0]?.sequence).toBeGreaterThan(listed[1]?.sequence ?? Number.NaN);
    });

    test('keeps what is stored when it is closed and opened again', async () => {
      await store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
      await store.close();

      const again = await open(first);
      expect(await again.store.findReferral({ formToken: 'form-a' })).toBeDefined();
    });

    test('brings its tables up to date from two servers at once, while a third accepts', async () => {
      const others = await Promise.all([open(first), open(first)]);
      await Promise.all([
        ...others.map((other) => other.store.migrate()),
        ...Array.from({ length: 20 }, (_, index) => store.insertReferral(aReferralRow(index), [])),
      ]);

      expect((await store.counts()).accepted).toBe(20);
    });

    test('notes what operators did', async () => {
      const entry = { at: NOON, reference: 'SP-TEST-a', action: 'show', operator: 'root' };
      await store.writeAudit({ ...entry, reason: 'the team asked' });
      await store.writeAudit({ ...entry, reference: 'SP-TEST-b', reason: 'other' });

      expect(await store.listAudit('SP-TEST-a')).toMatchObject([{ reason: 'the team asked' }]);
    });

    test('gives a marker to one of ten who claim it, once a value', async () => {
      const second = await open(first);
      const claim = (value: string) =>
        Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            (index % 2 ? store : second.store).claimMarker('digest', value, NOON),
          ),
        );

      expect((await claim('2026-W47')).filter(Boolean)).toHaveLength(1);
      expect((await claim('2026-W48')).filter(Boolean)).toHaveLength(1);
      expect(await store.findMarker('digest')).toMatchObject({ value: '2026-W48', at: NOON });
      expect(await store.setMarkerIfAbsent('digest', 'other', NOON)).toBe('2026-W48');
      expect(await store.setMarkerIfAbsent('key', 'mine', NOON)).toBe('mine');
    });

    test('says that it can be written', async () => {
      expect(await store.isWritable()).toBe(true);
      await store.close();
    });

    const stores: Stores = {
      open: async (same, ownClock) => (same || ownClock ? open(same, ownClock) : first),
    };
    describeLetters(stores);
    describeClock(stores);
    describeConfirmation(stores);
    describeOutcomes(stores);
    describeReports(stores);
    describeShredding(stores);
    describeMore();
  });
}
