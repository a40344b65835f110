/** What can happen to one referral between the form and the end of its text, in any order. */
import fc from 'fast-check';
import type { OutcomeKind } from '../../../src/referral/follow-up/outcome.ts';

const HOUR_MS = 3_600_000;

export type Ending = 'taken' | 'later' | 'gone' | 'lost';
const teams = ['north', 'south', 'borough'] as const;

export type HistoryEvent =
  | { kind: 'pass'; hours: number }
  /** The worker does all it has to, once. */
  | { kind: 'work' }
  /** A week in which the worker runs every few hours. */
  | { kind: 'week' }
  | { kind: 'mail'; of: 'team' | 'fallback'; ending: Ending }
  /** Somebody presses the link of a letter that arrived: the newest, or an older one. */
  | { kind: 'press'; back: number }
  /** Somebody takes back there that they have it. */
  | { kind: 'take-back'; back: number }
  /** Somebody says there what became of it. */
  | { kind: 'say'; outcome: OutcomeKind; back: number }
  | { kind: 'retry' | 'bounced' | 'delivered' }
  | { kind: 'redirect'; team: (typeof teams)[number] };

const hours = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 1, max: 24 * 12 }),
  // To the hour and the day: where limits lie.
  fc.integer({ min: 1, max: 12 }).map((days) => days * 24),
);

const event: fc.Arbitrary<HistoryEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'work' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'week' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('mail' as const),
      of: fc.constantFrom('team' as const, 'fallback' as const),
      ending: fc.constantFrom<Ending>('taken', 'taken', 'later', 'gone', 'lost'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('press' as const), back: fc.nat({ max: 2 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('take-back' as const), back: fc.nat({ max: 1 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('retry', 'retry', 'bounced', 'bounced', 'bounced', 'delivered'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('redirect' as const),
      team: fc.constantFrom(...teams),
    }),
  },
);

/** Days around which calendars differ: Christmas, Easter, a bank holiday, both changes of the clocks. */
const hardDays = [
  '2026-12-21',
  '2027-03-22',
  '2027-04-30',
  '2026-10-23',
  '2027-12-22',
  '2028-02-28',
];

export const confirmationHistory = fc.record({
  start: fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...hardDays).map((day) => Date.parse(`${day}T00:30:00Z`)),
        fc.integer({ min: 0, max: 700 }).map((days) => Date.UTC(2026, 5, 1) + days * 24 * HOUR_MS),
      ),
      fc.integer({ min: 0, max: 71 }),
    )
    .map(([day, hour]) => day + hour * HOUR_MS),
  terms: fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 5 }))
    .map(([remindAfter, more]) => ({ remindAfter, fallbackAfter: remindAfter + more })),
  events: fc.array(event, { minLength: 4, maxLength: 24 }),
});
