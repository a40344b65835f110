import { describe, expect, test } from 'vitest';
import { aLetterRow, aReferralRow, NOON } from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

const SECOND_MS = 1000;

/** What is shredded is gone; what nobody got is never shredded by a timer. */
export function describeShredding({ open }: Stores): void {
  describe('shredding', () => {
    test('destroys texts and keys of letters that are still handed over as they were', async () => {
      const { store } = await open();
      const at = [NOON - 3, NOON - 2, NOON - 1];
      await store.insertReferral(
        aReferralRow('a'),
        at.map((handedOverAt, index) => aLetterRow(index, { state: 'handed-over', handedOverAt })),
      );
      const shred = () =>
        store.shredTexts({
          // The last was handed over again since it was looked at.
          letters: [
            { id: 'letter-0', handedOverAt: NOON - 3, takenBackAt: null },
            { id: 'letter-1', handedOverAt: NOON - 2, takenBackAt: null },
            { id: 'letter-2', handedOverAt: NOON - 9, takenBackAt: null },
          ],
          now: NOON + SECOND_MS,
        });

      expect(await shred()).toEqual(['letter-0', 'letter-1']);
      expect(await shred()).toEqual([]);
      const sequence = (await store.findReferral({ formToken: 'form-a' }))?.sequence ?? 0;
      const letters = await store.findLetters(sequence);
      expect(
        letters.map(({ payload, wrappedKey }) => [payload, wrappedKey].includes(null)),
      ).toEqual([true, true, false]);
      expect(letters.map(({ shreddedAt }) => shreddedAt)).toEqual([
        NOON + SECOND_MS,
        NOON + SECOND_MS,
        null,
      ]);
    });

    test('destroys what holds no answer by its age, so many at a time, and no referral', async () => {
      const { store } = await open();
      const handedOver = { state: 'handed-over', handedOverAt: NOON - 1 } as const;
      const letters = [
        aLetterRow('referral', handedOver),
        aLetterRow('copy', { ...handedOver, kind: 'resident-copy' }),
        aLetterRow('notice', { ...handedOver, kind: 'fallback-notice' }),
        aLetterRow('fresh', { ...handedOver, kind: 'reminder', handedOverAt: NOON }),
        aLetterRow('nowhere', { kind: 'resident-copy', state: 'withdrawn', createdAt: NOON - 9 }),
        aLetterRow('lately', { kind: 'resident-copy', state: 'withdrawn', createdAt: NOON - 8 }),
        aLetterRow('waits', { kind: 'resident-copy', state: 'pending', createdAt: 1 }),
      ];
      await store.insertReferral(aReferralRow('a'), letters);
      const shred = () =>
        store.shredWithoutAnswers({
          handedOverBefore: NOON,
          withdrawnCreatedBefore: NOON - 8,
          now: NOON,
          limit: 2,
        });

      expect([await shred(), await shred(), await shred()]).toEqual([2, 1, 0]);
      const sequence = (await store.findReferral({ formToken: 'form-a' }))?.sequence ?? 0;
      const kept = (await store.findLetters(sequence)).filter(({ payload }) => payload);
      expect(kept.map(({ id }) => id).toSorted()).toEqual([
        'letter-fresh',
        'letter-lately',
        'letter-referral',
        'letter-waits',
      ]);
    });

    test('never touches a letter that nobody got, however old', async () => {
      const { store } = await open();
      const states = ['pending', 'sending', 'maybe-sent', 'needs-human', 'withdrawn'] as const;
      await store.insertReferral(
        aReferralRow('a'),
        states.map((state) =>
          aLetterRow(state, { state, handedOverAt: 1, createdAt: 1, dueAt: 1 }),
        ),
      );

      const named = states.map((state) => ({
        id: `letter-${state}`,
        handedOverAt: 1,
        takenBackAt: null,
      }));
      expect(await store.shredTexts({ letters: named, now: NOON })).toEqual([]);
      const older = { handedOverBefore: NOON, withdrawnCreatedBefore: NOON };
      expect(await store.shredWithoutAnswers({ ...older, now: NOON, limit: 99 })).toBe(0);
      const sequence = (await store.findReferral({ formToken: 'form-a' }))?.sequence ?? 0;
      const letters = await store.findLetters(sequence);
      expect(letters.filter(({ payload, wrappedKey }) => payload && wrappedKey)).toHaveLength(5);
    });

    test('of one referral takes back what was not sent, and leaves what is on its way', async () => {
      const { store } = await open();
      const states = ['handed-over', 'needs-human', 'pending', 'sending'] as const;
      const letters = states.map((state, index) => aLetterRow(index, { state }));
      await store.insertReferral(aReferralRow('a'), letters);
      await store.insertReferral(aReferralRow('b'), [aLetterRow('other')]);
      const sequence = (await store.findReferral({ formToken: 'form-a' }))?.sequence ?? 0;

      expect(await store.shredLetters(sequence, NOON)).toBe(3);
      expect(await store.shredLetters(sequence, NOON)).toBe(0);
      const after = await store.findLetters(sequence);
      expect(after.map(({ state, payload }) => [state, payload === null])).toEqual([
        ['handed-over', true],
        ['withdrawn', true],
        ['withdrawn', true],
        ['sending', false],
      ]);
      expect(await store.listLetters('pending')).toHaveLength(1);
    });
  });
}
