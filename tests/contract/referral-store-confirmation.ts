import { describe, expect, test } from 'vitest';
import type { NewLetter, NewReferral } from '../../src/referral/store/store-port.ts';
import { aLetterRow, aReferralRow, NOON, type OpenedStore } from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

const handedOver = (at = NOON) => ({ state: 'handed-over' as const, handedOverAt: at });

async function stores(
  { store }: OpenedStore,
  name: string,
  letter: Partial<NewLetter>,
  referral: Partial<NewReferral> = {},
) {
  const owed = aLetterRow(name, letter);
  const result = await store.insertReferral(aReferralRow(name, referral), [owed]);
  if (!('stored' in result)) throw new Error('not stored');
  return result.stored;
}

const takenBack = (acknowledgementHash: string) => ({
  acknowledgementHash,
  at: NOON + 7,
  audit: { action: 'taken-back', reason: 'by the link', operator: 'team' },
});

/** Who has a referral, and by which link they say so. */
export function describeConfirmation({ open }: Stores): void {
  describe('confirmation', () => {
    test('lists what was handed over with its text, oldest first, whether confirmed or not', async () => {
      const opened = await open();
      await stores(opened, 'late', handedOver(NOON));
      const early = await stores(opened, 'early', handedOver(NOON - 5), { acknowledgedAt: NOON });
      await stores(opened, 'gone', { ...handedOver(), payload: null, shreddedAt: NOON });
      await stores(opened, 'copy', { ...handedOver(), kind: 'resident-copy' });
      for (const state of ['pending', 'needs-human', 'withdrawn'] as const) {
        await stores(opened, state, { state });
      }

      const listed = await opened.store.listHandedOverTexts();
      expect(listed.map(({ referral }) => referral.reference)).toEqual([
        'SP-TEST-early',
        'SP-TEST-late',
      ]);
      expect(listed[0]?.referral).toEqual(early);
      expect(listed[0]?.letter).toMatchObject({ id: 'letter-early', handedOverAt: NOON - 5 });
      expect(listed[0]?.letter).not.toHaveProperty('payload');
    });

    test('counts what nobody confirmed, apart from that whose text is destroyed', async () => {
      const opened = await open();
      await stores(opened, 'a', handedOver());
      await stores(opened, 'b', handedOver());
      await stores(opened, 'gone', { ...handedOver(), payload: null, shreddedAt: NOON });
      await stores(opened, 'confirmed', handedOver(), { acknowledgedAt: NOON });
      await stores(opened, 'waits', { state: 'pending' });

      expect(await opened.store.counts()).toMatchObject({
        accepted: 5,
        handedOver: 4,
        unconfirmed: 2,
        neverConfirmed: 1,
      });
    });

    test('is noted the first time, by the link in force', async () => {
      const opened = await open();
      const { store } = opened;
      const { sequence } = await stores(opened, 'a', handedOver());
      await store.acknowledge('hash-other', NOON);
      expect((await store.findReferral({ sequence }))?.acknowledgedAt).toBeNull();

      await store.acknowledge('hash-a', NOON + 1);
      await store.acknowledge('hash-a', NOON + 2);
      expect((await store.findReferral({ sequence }))?.acknowledgedAt).toBe(NOON + 1);
    });

    test('by a link that was replaced is noted nowhere, and finds what moved', async () => {
      const opened = await open();
      const { store } = opened;
      const { sequence } = await stores(opened, 'a', handedOver());
      const moveTo = (hash: string, now: number) =>
        store.changeTogether({
          letter: { id: 'letter-a', from: ['handed-over'], change: { sentToTeam: hash } },
          referral: { sequence, change: { acknowledgementHash: hash, remindedAt: null } },
          now,
        });
      expect(await moveTo('second', NOON + 1)).toBe(true);
      expect(await moveTo('third', NOON + 2)).toBe(true);

      await store.acknowledge('hash-a', NOON);
      await store.acknowledge('second', NOON);
      const referral = await store.findReferral({ sequence });
      expect(referral).toMatchObject({ acknowledgedAt: null, acknowledgementHash: 'third' });
      expect(await store.findMovedLink('hash-a')).toEqual({ referral, movedAt: NOON + 1 });
      expect(await store.findMovedLink('second')).toEqual({ referral, movedAt: NOON + 2 });
      expect(await store.findMovedLink('third')).toBeUndefined();
    });

    test('and the letter change together, or neither does', async () => {
      const opened = await open();
      const { store } = opened;
      const { sequence } = await stores(opened, 'a', { state: 'sending' });
      await stores(opened, 'b', handedOver());
      const change = (from: 'pending' | 'sending', acknowledgementHash: string) =>
        store.changeTogether({
          letter: { id: 'letter-a', from: [from], change: { state: 'needs-human' } },
          referral: { sequence, change: { acknowledgementHash, remindedAt: NOON } },
          now: NOON,
        });

      expect(await change('pending', 'new')).toBe(false);
      // The link is another referral's.
      await expect(change('sending', 'hash-b')).rejects.toMatchObject({ name: 'StoreFault' });
      expect((await store.findLetters(sequence))[0]?.state).toBe('sending');
      expect(await store.findReferral({ sequence })).toMatchObject({
        acknowledgementHash: 'hash-a',
        remindedAt: null,
      });
      expect(await store.findMovedLink('hash-a')).toBeUndefined();

      expect(await change('sending', 'new')).toBe(true);
      expect((await store.findLetters(sequence))[0]).toMatchObject({ state: 'needs-human' });
    });

    test('is taken back of a letter as it was handed over, with what was done, and of no later one', async () => {
      const { store } = await open();
      const stored = await store.insertReferral(aReferralRow('a', { acknowledgedAt: NOON }), [
        aLetterRow('a', handedOver(NOON)),
      ]);
      const sequence = 'stored' in stored ? stored.stored.sequence : 0;
      const takeBack = (handedOverAt: number) =>
        store.changeTogether({
          letter: {
            id: 'letter-a',
            from: ['handed-over'],
            handedOverAt,
            change: { state: 'needs-human', handedOverAt: null },
          },
          referral: { sequence, change: { acknowledgedAt: null } },
          audit: {
            at: NOON,
            reference: 'SP-TEST-a',
            action: 'bounced',
            reason: 'Status 5.1.1',
            operator: 'return mailbox',
          },
          now: NOON,
        });

      expect(await takeBack(NOON - 1)).toBe(false);
      expect(await store.listAudit('SP-TEST-a')).toEqual([]);
      expect(await takeBack(NOON)).toBe(true);
      expect(await takeBack(NOON)).toBe(false);
      expect(await store.listAudit('SP-TEST-a')).toMatchObject([{ operator: 'return mailbox' }]);
      expect((await store.findReferral({ sequence }))?.acknowledgedAt).toBeNull();
    });

    test('taken back is asked for anew, and what was said of the referral counts no more', async () => {
      const opened = await open();
      const { store } = opened;
      const { sequence } = await stores(opened, 'a', handedOver(), {
        acknowledgedAt: NOON,
        remindedAt: NOON,
        escalatedAt: NOON,
      });
      await store.addOutcome({
        acknowledgementHash: 'hash-a',
        kind: 'spoken',
        saidAt: NOON,
        sameSince: 0,
      });

      expect(await store.takeBackAcknowledgement(takenBack('hash-other'))).toBe(false);
      expect(await store.takeBackAcknowledgement(takenBack('hash-a'))).toBe(true);
      expect(await store.findReferral({ sequence })).toMatchObject({
        acknowledgedAt: null,
        remindedAt: null,
        escalatedAt: null,
      });
      expect(await store.findLetters(sequence)).toMatchObject([{ takenBackAt: NOON + 7 }]);
      expect(await store.listOutcomes(sequence)).toMatchObject([{ clearedAt: NOON + 7 }]);
      expect(await store.listAudit('SP-TEST-a')).toMatchObject([
        { action: 'taken-back', at: NOON + 7 },
      ]);
      expect(await store.takeBackAcknowledgement(takenBack('hash-a'))).toBe(false);
    });

    test('is not taken back once the text is destroyed, and a text taken back meanwhile is not destroyed', async () => {
      const opened = await open();
      const { store } = opened;
      const confirmed = { acknowledgedAt: NOON };
      const gone = { ...handedOver(), payload: null, wrappedKey: null, shreddedAt: NOON };
      const { sequence } = await stores(opened, 'gone', gone, confirmed);
      expect(await store.takeBackAcknowledgement(takenBack('hash-gone'))).toBe(false);
      expect((await store.findReferral({ sequence }))?.acknowledgedAt).toBe(NOON);

      await stores(opened, 'kept', handedOver(), confirmed);
      const letters = (await store.listHandedOverTexts()).map(({ letter }) => letter);
      expect(await store.takeBackAcknowledgement(takenBack('hash-kept'))).toBe(true);
      expect(await store.shredTexts({ letters, now: NOON })).toEqual([]);
    });
  });
}
