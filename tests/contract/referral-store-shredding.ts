import { describe, expect, test } from 'vitest';
import { aLetterRow, aReferralRow, NOON } from '../support/a-store.ts';
import type { Stores } from './referral-store.ts';

const SECOND_MS = 1000;

/** What is shredded is gone; what nobody got is never shredded by a timer. */
export function describeShredding({ open }: Stores): void {
  describe('shredding', () => {
    test('destroys texts and keys of what was handed over before a moment, so many at a time', async () => {
      const { store } = await open();
      const at = [NOON - 3, NOON - 2, NOON - 1, NOON];
      await store.insertReferral(
        aReferralRow('a'),
        at.map((handedOverAt, index) => aLetterRow(index, { state: 'handed-over', handedOverAt })),
      );
      const shred = () =>
        store.shredHandedOver({ handedOverBefore: NOON, now: NOON + SECOND_MS, limit: 2 });

      expect(await shred()).toBe(2);
      expect(await shred()).toBe(1);
      expect(await shred()).toBe(0);
      const sequence = (await store.findReferral({ formToken: 'form-a' }))?.sequence ?? 0;
      const letters = await store.findLetters(sequence);
      expect(
        letters.map(({ payload, wrappedKey }) => [payload, wrappedKey].includes(null)),
      ).toEqual([true, true, true, false]);
      expect(letters.map(({ shreddedAt }) => shreddedAt)).toEqual([
        ...[NOON + SECOND_MS, NOON + SECOND_MS, NOON + SECOND_MS],
        null,
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

      expect(await store.shredHandedOver({ handedOverBefore: NOON, now: NOON, limit: 99 })).toBe(0);
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
        ...[
          ['handed-over', true],
          ['withdrawn', true],
          ['withdrawn', true],
        ],
        ['sending', false],
      ]);
      expect(await store.listLetters('pending')).toHaveLength(1);
    });
  });
}
