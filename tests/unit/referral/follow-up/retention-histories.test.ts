import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { ConfirmationTerms } from '../../../../src/referral/routing/routing.ts';
import { confirmationHistory } from '../../../support/referral/confirmation-history.ts';
import { playHistory } from '../../../support/referral/play-history.ts';

// What is destroyed here was needed by nobody: a property over histories, seen through a plain record.
const seed = 20261130;
const DAY_MS = 24 * 3_600_000;

// As published on www.gov.uk/bank-holidays for England, and not as src/ works them out.
const bankHolidays = [
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
  '2028-04-14',
  '2028-04-17',
  '2028-05-01',
  '2028-05-29',
  '2028-08-28',
  '2028-12-25',
  '2028-12-26',
  '2029-01-01',
];

const ends = { confirmed: 0, 'never confirmed': 0, kept: 0 };
afterAll(() => {
  // Histories that all end alike would show nothing.
  for (const count of Object.values(ends)) expect(count).toBeGreaterThan(5);
});

test('in no order of events is a text gone before someone confirmed it or had the time to send it on', async () => {
  await fc.assert(
    fc.asyncProperty(confirmationHistory, async ({ start, terms, events }) => {
      const history = await playHistory(start, terms);
      try {
        let isGone = false;
        for (const event of events) {
          await history.happen(event);
          // What comes back after its end cannot be sent any more, and was not needed then.
          if (!isGone) await expectRight(history, terms);
          isGone = (await history.letter()).payload === null;
        }
        const letter = await history.letter();
        const end =
          letter.payload !== null
            ? 'kept'
            : history.notified().confirmedAt
              ? 'confirmed'
              : 'never confirmed';
        ends[end] += 1;
        if (end === 'kept' && letter.state !== 'sending')
          expect(await history.canBeSent()).toBe(true);
      } finally {
        await history.discard();
      }
    }),
    { numRuns: 120, seed },
  );
});

test('and each text ends, and no page says for ever that a referral is with the team', async () => {
  const runs = fc.sample(confirmationHistory, { numRuns: 15, seed });
  for (const { start, terms, events } of runs) {
    const history = await playHistory(start, terms);
    let cameBackAfterItsEnd = false;
    for (const event of events) {
      const { payload } = await history.letter();
      await history.happen(event);
      cameBackAfterItsEnd ||= payload === null && event.kind === 'bounced';
    }
    for (const of of ['team', 'fallback'] as const) {
      await history.happen({ kind: 'mail', of, ending: 'taken' });
    }
    // What needs a person gets one.
    await history.happen({ kind: 'retry' });
    for (let week = 0; week < 9; week += 1) await history.happen({ kind: 'week' });
    expect((await history.letter()).payload).toBeNull();
    // Without its text only a person can help, and the page says so.
    const last = cameBackAfterItsEnd ? ['problem'] : ['received', 'never-confirmed'];
    expect(last).toContain((await history.progress())?.state);
    await history.discard();
  }
});

type History = Awaited<ReturnType<typeof playHistory>>;

async function expectRight(history: History, { fallbackAfter }: ConfirmationTerms): Promise<void> {
  const letter = await history.letter();
  const { handedOverAt, takenBackAt, confirmedAt, fallbackNotifiedAt } = history.notified();
  if (letter.payload === null) {
    const at = letter.shreddedAt ?? Number.NaN;
    const since = Math.max(confirmedAt ?? Number.POSITIVE_INFINITY, handedOverAt ?? 0);
    const wasConfirmed = at - since >= 7 * DAY_MS;
    const hadTime =
      fallbackNotifiedAt !== undefined && workingDaysBetween(fallbackNotifiedAt, at) >= 10;
    expect({ at, wasConfirmed, hadTime, ...history.notified() }).toSatisfy(
      () => wasConfirmed || hadTime,
    );
  }
  const progress = await history.progress();
  if (progress?.state === 'received') expect(confirmedAt).toBeDefined();
  if (progress?.state === 'handed-over') {
    // What becomes overdue at a weekend says so on the next working day.
    const today = latestWorkingDay(history.now());
    expect(workingDaysBetween(takenBackAt ?? handedOverAt ?? 0, today)).toBeLessThan(fallbackAfter);
  }
}

/** Whole ones in London, neither end counted. */
function workingDaysBetween(from: number, until: number): number {
  const last = londonDay(until);
  let days = 0;
  for (let noon = Date.parse(`${londonDay(from)}T12:00:00Z`) + DAY_MS; ; noon += DAY_MS) {
    const day = londonDay(noon);
    if (day >= last) return days;
    if (isWorkingDay(day)) days += 1;
  }
}

function latestWorkingDay(at: number): number {
  return isWorkingDay(londonDay(at)) ? at : latestWorkingDay(at - DAY_MS);
}

function isWorkingDay(day: string): boolean {
  return ![0, 6].includes(new Date(day).getUTCDay()) && !bankHolidays.includes(day);
}

function londonDay(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at);
}
