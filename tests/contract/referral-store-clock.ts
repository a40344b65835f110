import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aLetterRow, MINUTE_MS, NOON, type OpenedStore } from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

const LEASE_MS = 2 * MINUTE_MS;

/** Whose clock says when letters are due and leased, and what becomes of them when it was wrong. */
export function describeClock({ open }: Stores): void {
  const claim = ({ store, clock }: OpenedStore, owner: string, now = NOON, limit = 100) => {
    if (clock) clock.now = now;
    return store.claimDueLetters({ leaseMs: LEASE_MS, owner, limit });
  };

  describe('letters', () => {
    test('are due, and leased, by the clock of the store and no other', async () => {
      const one = await open(undefined, 'own clock');
      const two = await open(one, 'own clock');
      await one.store.addLetters([aLetterRow('a', { dueAt: 0 })]);
      const [held] = await claim(one, 'one');
      if (!held) throw new Error('nothing claimed');

      // Whatever the clock of this machine was set to, a real one says that it is after 2026 began.
      expect(held.leaseUntil).toBeGreaterThan(Date.UTC(2026, 0, 1) + LEASE_MS);
      expect(await claim(two, 'two')).toEqual([]);
      expect(await one.store.settleLetter(held, { state: 'pending', dueInMs: 300 })).toBe(true);
      expect(await claim(two, 'two')).toEqual([]);
      await wait(350);
      expect(await claim(two, 'two')).toHaveLength(1);
    });

    test('are kept from others for as long as their lease is renewed', async () => {
      const opened = await open();
      await opened.store.addLetters([aLetterRow('a')]);
      const [held] = await claim(opened, 'one');
      if (!held) throw new Error('nothing claimed');

      expect(await claim(opened, 'two', NOON + LEASE_MS - 1)).toEqual([]);
      expect(await opened.store.renewLease(held, LEASE_MS)).toBe(true);
      expect(await claim(opened, 'two', NOON + 2 * LEASE_MS - 2)).toEqual([]);
      expect(await claim(opened, 'two', NOON + 2 * LEASE_MS - 1)).toHaveLength(1);
      expect(await opened.store.renewLease(held, LEASE_MS)).toBe(false);
    });

    test.each([2 * MINUTE_MS, 3 * 60 * MINUTE_MS, 365 * 24 * 60 * MINUTE_MS])(
      'planned while the clock was %i ms ahead are due once it is right',
      async (ahead) => {
        const opened = await open();
        const { store } = opened;
        await store.addLetters([aLetterRow('a'), aLetterRow('b')]);
        const [planned] = await claim(opened, 'one', NOON + ahead, 1);
        if (!planned) throw new Error('nothing claimed');
        await store.settleLetter(planned, { state: 'pending', dueInMs: 240 * MINUTE_MS });
        await store.changeLetter('letter-b', ['pending'], { dueInMs: 240 * MINUTE_MS });
        expect(await claim(opened, 'one', NOON + ahead)).toEqual([]);

        expect(await claim(opened, 'one', NOON)).toHaveLength(2);
      },
    );

    test('planned while the clock was right wait for as long as that was for', async () => {
      const opened = await open();
      await opened.store.addLetters([aLetterRow('a')]);
      const [planned] = await claim(opened, 'one');
      if (!planned) throw new Error('nothing claimed');
      await opened.store.settleLetter(planned, { state: 'pending', dueInMs: 9 * 60 * MINUTE_MS });

      // A server that takes over is a little behind.
      expect(await claim(opened, 'one', NOON - MINUTE_MS)).toEqual([]);
      expect(await claim(opened, 'one', NOON + 9 * 60 * MINUTE_MS - 1)).toEqual([]);
      expect(await claim(opened, 'one', NOON + 9 * 60 * MINUTE_MS)).toHaveLength(1);
    });

    test('leased while the clock was ahead are left to their worker for one more lease', async () => {
      const opened = await open();
      await opened.store.addLetters([aLetterRow('a')]);
      await claim(opened, 'one', NOON + 300 * MINUTE_MS);

      expect(await claim(opened, 'two', NOON)).toEqual([]);
      expect(await claim(opened, 'two', NOON + LEASE_MS - 1)).toEqual([]);
      expect(await claim(opened, 'two', NOON + LEASE_MS)).toHaveLength(1);
    });

    test('in hand are not claimed again by who has them, though the clock leaps', async () => {
      const opened = await open();
      const { store, clock } = opened;
      await store.addLetters([aLetterRow('a'), aLetterRow('b', { dueAt: NOON + 1 })]);
      await claim(opened, 'one');
      if (clock) clock.now = NOON + 300 * MINUTE_MS;

      const claimed = await store.claimDueLetters({
        leaseMs: LEASE_MS,
        owner: 'one',
        limit: 9,
        except: ['letter-a'],
      });
      expect(claimed.map(({ id }) => id)).toEqual(['letter-b']);
    });
  });
}
