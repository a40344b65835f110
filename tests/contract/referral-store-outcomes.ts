import { describe, expect, test } from 'vitest';
import type { OutcomeKind } from '../../src/referral/follow-up/outcome.ts';
import type { NewLetter, NewReferral } from '../../src/referral/store/store-port.ts';
import {
  aLetterRow,
  aReferralRow,
  MINUTE_MS,
  NOON,
  type OpenedStore,
} from '../support/referral/a-store.ts';
import type { Stores } from './referral-store.ts';

async function stores(
  { store }: OpenedStore,
  name: string,
  letter: Partial<NewLetter> = {},
  referral: Partial<NewReferral> = {},
) {
  const handedOver = { state: 'handed-over' as const, handedOverAt: NOON };
  const queued = aLetterRow(name, { ...handedOver, ...letter });
  const result = await store.insertReferral(aReferralRow(name, referral), [queued]);
  if (!('stored' in result)) throw new Error('not stored');
  return result.stored;
}

/** What teams say became of referrals. */
export function describeOutcomes({ open }: Stores): void {
  describe('outcomes', () => {
    const says = ({ store }: OpenedStore, name: string, kind: OutcomeKind, saidAt: number) =>
      store.addOutcome({
        acknowledgementHash: `hash-${name}`,
        kind,
        saidAt,
        sameSince: saidAt - MINUTE_MS,
      });

    test('are kept one after another, each with its time, by the link in force alone', async () => {
      const opened = await open();
      const { sequence } = await stores(opened, 'a', {}, { acknowledgedAt: NOON });
      await stores(opened, 'b', {}, { acknowledgedAt: NOON });
      await says(opened, 'a', 'not-reached', NOON + 1);
      await says(opened, 'a', 'spoken', NOON + 2);
      await says(opened, 'other', 'spoken', NOON + 3);

      expect(await opened.store.listOutcomes(sequence)).toMatchObject([
        { kind: 'not-reached', saidAt: NOON + 1, clearedAt: null },
        { kind: 'spoken', saidAt: NOON + 2, clearedAt: null },
      ]);
      expect(await opened.store.listOutcomes(sequence + 1)).toEqual([]);
    });

    test('said twice at once are one, and later are another', async () => {
      const opened = await open();
      const { sequence } = await stores(opened, 'a', {}, { acknowledgedAt: NOON });
      await Promise.all([1, 2, 3].map((ms) => says(opened, 'a', 'not-reached', NOON + ms)));
      await says(opened, 'a', 'not-reached', NOON + 2 * MINUTE_MS);

      expect(await opened.store.listOutcomes(sequence)).toHaveLength(2);
    });

    test('say that the team has it, if it never said so, and else leave that as it was', async () => {
      const opened = await open();
      const silent = await stores(opened, 'a');
      const confirmed = await stores(opened, 'b', {}, { acknowledgedAt: NOON });
      await says(opened, 'a', 'spoken', NOON + 5);
      await says(opened, 'b', 'spoken', NOON + 5);
      const acknowledgedAt = async ({ sequence }: { sequence: number }) =>
        (await opened.store.findReferral({ sequence }))?.acknowledgedAt;

      expect(await acknowledgedAt(silent)).toBe(NOON + 5);
      expect(await acknowledgedAt(confirmed)).toBe(NOON);
    });

    test('count no more once a referral is opened again, and are kept as said before', async () => {
      const opened = await open();
      const { store } = opened;
      const { sequence } = await stores(opened, 'a', {}, { acknowledgedAt: NOON });
      await says(opened, 'a', 'spoken', NOON + 1);
      const change = (id: string, acknowledgedAt?: null) =>
        store.changeTogether({
          letter: { id, from: ['handed-over'], change: { lastOutcome: 'bounced' } },
          referral: { sequence, change: { remindedAt: null, acknowledgedAt } },
          now: NOON + 2,
        });

      expect(await change('letter-other', null)).toBe(false);
      expect(await change('letter-a')).toBe(true);
      expect(await store.listOutcomes(sequence)).toMatchObject([{ clearedAt: null }]);
      expect(await change('letter-a', null)).toBe(true);
      await says(opened, 'a', 'spoken', NOON + 3);
      expect(await store.listOutcomes(sequence)).toMatchObject([
        { saidAt: NOON + 1, clearedAt: NOON + 2 },
        { saidAt: NOON + 3, clearedAt: null },
      ]);
    });

    test('tell with the other moments how long a team took', async () => {
      const opened = await open();
      const { store } = opened;
      const sentToTeam = { sentToTeam: 'team-two' };
      await stores(opened, 'old', {}, { acceptedAt: NOON - 1 });
      await stores(opened, 'a', sentToTeam, { acknowledgedAt: NOON + 1 });
      await stores(opened, 'waits', { state: 'pending', handedOverAt: null });
      await stores(opened, 'withdrawn', { state: 'withdrawn', handedOverAt: null });
      await says(opened, 'a', 'not-reached', NOON + 2);
      await says(opened, 'a', 'spoken', NOON + 3);
      await says(opened, 'a', 'passed-to-team', NOON + 4);
      await says(opened, 'a', 'spoken', NOON + 5);

      const unknown = { handedOverAt: null, acknowledgedAt: null, spokenAt: null };
      expect(await store.listAnswerTimes({ acceptedFrom: NOON })).toEqual([
        {
          team: 'team-two',
          acceptedAt: NOON,
          handedOverAt: NOON,
          acknowledgedAt: NOON + 1,
          spokenAt: NOON + 3,
        },
        { team: 'team-one', acceptedAt: NOON, ...unknown },
      ]);
      expect(await store.listAnswerTimes({ acceptedFrom: NOON - 1 })).toHaveLength(3);
    });
  });
}
