import { describe, expect, test } from 'vitest';
import {
  aLetterRow,
  aReferralRow,
  MINUTE_MS,
  NOON,
  type OpenedStore,
} from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

const LEASE_MS = 2 * MINUTE_MS;

/** Letters: claimed by one worker at a time, settled by the one that holds the lease. */
export function describeLetters({ open }: Stores): void {
  const claim = ({ store, clock }: OpenedStore, owner: string, now = NOON, limit = 100) => {
    if (clock) clock.now = now;
    return store.claimDueLetters({ leaseMs: LEASE_MS, owner, limit });
  };

  describe('letters', () => {
    test('are claimed when due, oldest first, with the lease of the worker', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters([
        aLetterRow('second', { dueAt: NOON - 1 }),
        aLetterRow('first', { dueAt: NOON - 2, state: 'maybe-sent', attempts: 3 }),
        aLetterRow('later', { dueAt: NOON + 1 }),
        aLetterRow('done', { state: 'handed-over' }),
        aLetterRow('stuck', { state: 'needs-human' }),
        aLetterRow('not wanted', { state: 'withdrawn' }),
      ]);

      const claimed = await claim(opened, 'one');

      expect(claimed.map(({ id }) => id)).toEqual(['letter-first', 'letter-second']);
      expect(claimed[0]).toMatchObject({
        state: 'sending',
        attempts: 4,
        leaseOwner: 'one',
        leaseUntil: NOON + LEASE_MS,
      });
      expect(await claim(opened, 'two')).toEqual([]);
    });

    test('are found by the name of their last try, and by their Message-ID', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters([aLetterRow('a')]);
      const claimAs = (envelopeId: string | undefined, after: number) => {
        if (opened.clock) opened.clock.now = NOON + after;
        return store.claimDueLetters({
          leaseMs: LEASE_MS,
          owner: 'one',
          limit: 1,
          ...(envelopeId ? { envelopeId } : {}),
        });
      };
      await claimAs('try-1', 0);

      const found = await store.findSentLetter({ envelopeId: 'try-1' });
      expect(found).toMatchObject({ id: 'letter-a', attempts: 1 });
      expect(found).not.toHaveProperty('payload');
      expect(await store.findSentLetter({ messageId: '<a@directory.example>' })).toEqual(found);
      expect(await store.findSentLetter({ messageId: '<b@directory.example>' })).toBeUndefined();

      await claimAs('try-2', LEASE_MS);
      expect(await store.findSentLetter({ envelopeId: 'try-1' })).toBeUndefined();
      expect(await store.findSentLetter({ envelopeId: 'try-2' })).toMatchObject({ attempts: 2 });
      // By a worker that does not name its tries.
      await claimAs(undefined, 2 * LEASE_MS);
      expect(await store.findSentLetter({ envelopeId: 'try-2' })).toBeUndefined();
    });

    test('that are owed already are left as they are', async () => {
      const { store } = await open();
      await store.addLetters([aLetterRow('a', { state: 'handed-over' })]);
      await store.addLetters([aLetterRow('a'), aLetterRow('b')]);

      expect(await store.listLetters('pending')).toMatchObject([{ id: 'letter-b' }]);
      expect(await store.listLetters('handed-over')).toMatchObject([{ id: 'letter-a' }]);
    });

    test('are claimed no more than asked for', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters(Array.from({ length: 12 }, (_, index) => aLetterRow(index)));

      expect(await claim(opened, 'one', NOON, 5)).toHaveLength(5);
    });

    test('go to one each of four workers, all 400 of them', async () => {
      const first = await open();
      const others = [await open(first), await open(first), await open(first)];
      const workers = [first, ...others];
      await first.store.addLetters(Array.from({ length: 400 }, (_, index) => aLetterRow(index)));

      const taken = await Promise.all(
        workers.map(async (worker, index) => {
          const ids: string[] = [];
          for (;;) {
            const claimed = await claim(worker, `worker-${index}`, NOON, 7);
            if (claimed.length === 0) return ids;
            ids.push(...claimed.map(({ id }) => id));
          }
        }),
      );

      // A worker may find nothing while others hold the rest; who asks last gets it.
      taken.push((await claim(first, 'last', NOON, 400)).map(({ id }) => id));
      expect(taken.flat()).toHaveLength(400);
      expect(new Set(taken.flat()).size).toBe(400);
    });

    test('are claimed again once a lease has run out, and the first worker has lost them', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters([aLetterRow('a')]);
      const [lost] = await claim(opened, 'one');
      if (!lost) throw new Error('nothing claimed');

      expect(await claim(opened, 'two', NOON + LEASE_MS - 1)).toEqual([]);
      const [held] = await claim(opened, 'two', NOON + LEASE_MS);
      expect(held).toMatchObject({ leaseOwner: 'two', attempts: 2 });
      expect(await store.settleLetter(lost, { state: 'needs-human' })).toBe(false);
      expect(await store.listLetters('needs-human')).toEqual([]);
    });

    test('are lost to a worker by its own later claim, too', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters([aLetterRow('a')]);
      const [before] = await claim(opened, 'one');
      await claim(opened, 'one', NOON + LEASE_MS);
      if (!before) throw new Error('nothing claimed');

      expect(await store.settleLetter(before, { state: 'pending' })).toBe(false);
    });

    test('are settled by who holds the lease, and give it back', async () => {
      const opened = await open();
      const { store } = opened;
      await store.insertReferral(aReferralRow('a'), [aLetterRow('a')]);
      const [letter] = await claim(opened, 'one');
      if (!letter) throw new Error('nothing claimed');

      expect(await store.settleLetter(letter, { state: 'handed-over', handedOverAt: NOON })).toBe(
        true,
      );
      expect(await store.findLetters(letter.referralSequence ?? 0)).toMatchObject([
        { state: 'handed-over', handedOverAt: NOON, leaseOwner: null, leaseUntil: null },
      ]);
      expect(await store.settleLetter(letter, { state: 'pending' })).toBe(false);
    });

    test('are changed only in one of the states that were named', async () => {
      const opened = await open();
      const { store } = opened;
      await store.addLetters([aLetterRow('a', { state: 'needs-human' })]);

      expect(await store.changeLetter('letter-a', ['pending'], { state: 'withdrawn' })).toBe(false);
      expect(await store.changeLetter('letter-a', [], { state: 'withdrawn' })).toBe(false);
      expect(
        await store.changeLetter('letter-a', ['pending', 'needs-human'], { state: 'pending' }),
      ).toBe(true);
      expect(await claim(opened, 'one')).toHaveLength(1);
    });

    test('are listed without what they say', async () => {
      const { store } = await open();
      await store.addLetters([aLetterRow('a', { state: 'needs-human', kind: 'digest' })]);

      const [listed] = await store.listLetters('needs-human');
      expect(listed).toMatchObject({ id: 'letter-a', kind: 'digest' });
      expect(listed).not.toHaveProperty('payload');
      expect(listed).not.toHaveProperty('wrappedKey');
    });

    test('are counted by state, referrals only, with the age of the oldest that waits', async () => {
      const { store } = await open();
      const states = ['handed-over', 'pending', 'maybe-sent', 'needs-human', 'withdrawn'] as const;
      for (const [index, state] of states.entries()) {
        await store.insertReferral(aReferralRow(index, { acceptedAt: NOON + index }), [
          aLetterRow(index, { state }),
          aLetterRow(`copy-${index}`, { kind: 'resident-copy' }),
        ]);
      }

      expect(await store.counts()).toEqual({
        accepted: 5,
        pending: 1,
        sending: 0,
        maybeSent: 1,
        unconfirmed: 1,
        neverConfirmed: 0,
        handedOver: 1,
        needsHuman: 1,
        withdrawn: 1,
        oldestWaitingSince: NOON + 1,
      });
    });

    test('that were handed over tell which team got which referral when', async () => {
      const { store } = await open();
      const handedOver = (at: number) => ({ state: 'handed-over' as const, handedOverAt: at });
      await store.insertReferral(aReferralRow('waits'), [aLetterRow('a', handedOver(NOON - 1))]);
      await store.insertReferral(aReferralRow('fresh'), [aLetterRow('b', handedOver(NOON))]);
      await store.insertReferral(aReferralRow('unsent'), [aLetterRow('c')]);
      await store.insertReferral(aReferralRow('answered', { acknowledgedAt: NOON }), [
        aLetterRow('d', { ...handedOver(NOON - 2), sentToTeam: 'team-two' }),
      ]);

      expect(await store.listHandedOver({ from: NOON - 2, until: NOON })).toEqual([
        {
          reference: 'SP-TEST-answered',
          team: 'team-two',
          teamAtAccept: 'team-one',
          handedOverAt: NOON - 2,
          acknowledgedAt: NOON,
        },
        {
          reference: 'SP-TEST-waits',
          team: 'team-one',
          teamAtAccept: 'team-one',
          handedOverAt: NOON - 1,
          acknowledgedAt: null,
        },
      ]);
    });
  });
}
