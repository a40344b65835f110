/** Covers src/referral/operator/reopen-bounced.ts. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { outcomeKinds, toOutcomeState } from '../../../../src/referral/follow-up/outcome.ts';
import type { ProgressState } from '../../../../src/referral/referrals.ts';
import type { HistoryEvent } from '../../../support/referral/confirmation-history.ts';
import { playHistory } from '../../../support/referral/play-history.ts';

// What a resident reads is what somebody said or what is known: a property over orders of events, seen
// through a plain record of what teams said.
const seed = 20261201;
const START = Date.parse('2026-12-14T09:00:00Z');
const terms = { remindAfter: 1, fallbackAfter: 2 };

const back = fc.constantFrom(0, 0, 0, 1);
const say = fc.record({
  kind: fc.constant('say' as const),
  outcome: fc.constantFrom(...outcomeKinds),
  back,
});
const press = fc.record({ kind: fc.constant('press' as const), back });
const takeBack = fc.record({ kind: fc.constant('take-back' as const), back });
const always = (event: HistoryEvent) => fc.constant(event);
const more: fc.Arbitrary<HistoryEvent> = fc.oneof(
  say,
  press,
  takeBack,
  always({ kind: 'bounced' }),
  always({ kind: 'retry' }),
  always({ kind: 'work' }),
  always({ kind: 'redirect', team: 'south' }),
  always({ kind: 'pass', hours: 30 }),
);

/** Each of what can happen at least once, in any order, and some of it again. */
const orders: fc.Arbitrary<HistoryEvent[]> = fc
  .tuple(
    always({ kind: 'work' }),
    press,
    say,
    always({ kind: 'bounced' }),
    always({ kind: 'retry' }),
    always({ kind: 'week' }),
    fc.array(more, { maxLength: 8 }),
  )
  .chain(([sent, confirmed, said, bounced, again, retention, others]) => {
    const events = [sent, confirmed, said, bounced, again, retention, ...others];
    return fc.shuffledSubarray(events, { minLength: events.length });
  });

const seen = new Map<ProgressState, number>();
afterAll(() => {
  // Orders that all end alike would show nothing.
  for (const state of ['problem', 'received', 'spoken', 'not-reached', 'passed-on'] as const)
    expect(seen.get(state)).toBeGreaterThan(3);
});

test('in every order of events the page says what the team said last, and nothing once its letter came back', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (events) => {
      const history = await playHistory(START, terms);
      try {
        for (const event of [{ kind: 'work' } as const, ...events]) {
          const before = await history.letter();
          await history.happen(event);
          await expectTrue(history);
          if (event.kind === 'bounced' && before.state === 'handed-over')
            await expectReopened(history);
        }
      } finally {
        await history.discard();
      }
    }),
    { numRuns: 60, seed },
  );
});

type History = Awaited<ReturnType<typeof playHistory>>;

async function expectTrue(history: History): Promise<void> {
  const progress = await history.progress();
  const { confirmedAt, outcome } = history.notified();
  const state = progress?.state ?? 'problem';
  seen.set(state, (seen.get(state) ?? 0) + 1);
  if (outcome) expect([state, progress?.outcome?.kind]).toEqual([toOutcomeState(outcome), outcome]);
  else if (confirmedAt) expect(state).toBe('received');
  else expect(['received', 'spoken', 'not-reached', 'passed-on']).not.toContain(state);
}

/** Whoever had said what, and whether its text is kept. */
async function expectReopened(history: History): Promise<void> {
  expect(await history.progress()).toMatchObject({
    state: 'problem',
    outcome: undefined,
    acknowledgedAt: undefined,
  });
}

test('a letter that came back is opened again after a newer one was handed over and confirmed', async () => {
  const history = await playHistory(START, terms);
  const order: HistoryEvent[] = [
    { kind: 'work' },
    { kind: 'bounced' },
    { kind: 'retry' },
    { kind: 'work' },
    { kind: 'press', back: 0 },
    { kind: 'say', outcome: 'spoken', back: 0 },
  ];
  for (const event of order) await history.happen(event);
  expect((await history.progress())?.state).toBe('spoken');

  // A second report, which by the reference alone cannot be told from one of the newer letter.
  await history.happen({ kind: 'bounced' });
  await expectReopened(history);
  await history.discard();
});
