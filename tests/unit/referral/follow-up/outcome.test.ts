import { describe, expect, test } from 'vitest';
import {
  DAYS_FOR_OUTCOMES,
  outcomeKinds,
  parseOutcomeKind,
  samePressSince,
} from '../../../../src/referral/follow-up/outcome.ts';
import type { ProgressState } from '../../../../src/referral/referrals.ts';
import { aSharedStore } from '../../../support/referral/a-delivery.ts';
import { aProgressOf } from '../../../support/referral/a-progress.ts';
import { aLetterRow, aReferralRow, MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;

/** A referral that a team has, and confirmed at noon. */
async function aConfirmed() {
  const { store } = await aSharedStore();
  const clock = { now: NOON };
  const progress = aProgressOf(store, clock);
  const handedOver = { state: 'handed-over', handedOverAt: NOON, sentToTeam: 'north' } as const;
  await store.insertReferral(aReferralRow('a', { acknowledgedAt: NOON }), [
    aLetterRow('a', handedOver),
  ]);
  const stateNow = async () => (await progress.findProgress('status-a'))?.state;
  return { store, clock, progress, stateNow };
}

test.each([
  ['spoken', 'spoken'],
  ['not-reached', 'not-reached'],
  ['passed-to-team', 'passed-on'],
  ['passed-to-practice', 'passed-on'],
  ['passed-to-service', 'passed-on'],
] as const)(
  'a team that says "%s" is believed, and the resident reads "%s"',
  async (kind, state) => {
    const { clock, progress } = await aConfirmed();
    clock.now += DAY_MS;

    await progress.sayOutcome('a', kind);

    const found = await progress.findProgress('status-a');
    expect(found).toMatchObject({ state, outcome: { kind, saidAt: new Date(NOON + DAY_MS) } });
    expect(found?.acknowledgedAt).toEqual(new Date(NOON));
  },
);

test('what a team says later puts right what it said before', async () => {
  const { clock, progress, stateNow } = await aConfirmed();
  const told: (ProgressState | undefined)[] = [];
  for (const kind of ['spoken', 'passed-to-team', 'not-reached', 'spoken'] as const) {
    await progress.sayOutcome('a', kind);
    told.push(await stateNow());
    clock.now += MINUTE_MS;
  }

  expect(told).toEqual(['spoken', 'passed-on', 'not-reached', 'spoken']);
});

test('reading the link says nothing, however often', async () => {
  const { progress, stateNow } = await aConfirmed();
  for (let times = 0; times < 3; times += 1) await progress.findConfirmationLink('a');

  expect(await stateNow()).toBe('received');
});

test('a link takes news for so many days after the team confirmed, and shows what was said after', async () => {
  const { clock, progress, stateNow } = await aConfirmed();
  const at = (ms: number) => {
    clock.now = NOON + ms;
  };
  at(DAYS_FOR_OUTCOMES * DAY_MS - 1);
  expect(await progress.sayOutcome('a', 'spoken')).toMatchObject({ takesOutcomes: true });
  at(DAYS_FOR_OUTCOMES * DAY_MS);
  expect(await progress.sayOutcome('a', 'not-reached')).toMatchObject({ takesOutcomes: false });

  expect(await stateNow()).toBe('spoken');
});

test('a link that no letter has says nothing of any referral', async () => {
  const { progress, stateNow } = await aConfirmed();

  expect(await progress.sayOutcome('other', 'spoken')).toBeUndefined();
  expect(await progress.sayOutcome('status-a', 'spoken')).toBeUndefined();
  expect(await stateNow()).toBe('received');
});

test('whether somebody else asked is told of a referral, and only where it is known', async () => {
  const { store, progress } = await aConfirmed();
  await store.insertReferral(aReferralRow('b', { askedBy: 'helper' }), [aLetterRow('b')]);
  const isHelpers = async (name: string) =>
    (await progress.findProgress(`status-${name}`))?.askedByHelper;

  expect([await isHelpers('a'), await isHelpers('b')]).toEqual([false, true]);
});

describe('a choice that was posted', () => {
  test.each(outcomeKinds)('is one of ours: %s', (kind) => {
    expect(parseOutcomeKind(kind)).toBe(kind);
  });

  test.each([undefined, null, '', 'Spoken', 'dead', '__proto__'])(
    'is none of ours: %j',
    (typed) => {
      expect(parseOutcomeKind(typed)).toBeUndefined();
    },
  );
});

test('two presses within minutes are one', () => {
  expect(samePressSince(NOON)).toBe(NOON - 10 * MINUTE_MS);
});
