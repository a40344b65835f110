/**
 * Covers src/directory/validation/dates.ts, src/directory/validation/listing-draft.ts,
 * src/directory/validation/validate-listings.ts.
 */
import { describe, expect, test } from 'vitest';
import { problemsOfListing } from '../../../support/directory/content.ts';

describe('the values of a listing', () => {
  test.each([
    [
      'an area that is not in the list',
      { area: 'Bethnel Green' },
      "area: found 'Bethnel Green'; allowed: bethnal-green, bow; did you mean 'bethnal-green'?",
    ],
    [
      'a need that is like no other',
      { needs: ['xylophone'] },
      "needs, number 1: found 'xylophone'; allowed: food, loneliness.",
    ],
    [
      'a need listed twice',
      { needs: ['food', 'food'] },
      "needs, number 2: 'food' is listed twice. Keep one.",
    ],
    [
      'an unknown kind',
      { kind: 'charty' },
      "kind: found 'charty'; allowed: charity, council; did you mean 'charity'?",
    ],
    [
      'an unknown language',
      { languages: ['en', 'xx'] },
      "languages, number 2: found 'xx'; allowed: en, bn, so",
    ],
    [
      'a check of a fact that is no field',
      aCheck({ facts: ['telephone'] }),
      "trust.checks.facts, number 1, 1: found 'telephone'; allowed: phone,",
    ],
    [
      'a check of a fact that the listing does not have',
      aCheck({ facts: ['cost', 'hours'] }),
      "trust.checks.facts, number 1, 2: says that 'hours' was checked, but this listing has no hours. Write what they told you into hours, or take 'hours' out of facts.",
    ],
    [
      'a check of what is for editors alone',
      aCheck({ facts: ['editorsNote'] }),
      "trust.checks.facts, number 1, 1: found 'editorsNote'; allowed: phone,",
    ],
    [
      'a check tomorrow',
      aCheck({ date: '2026-11-23' }),
      'trust.checks.date, number 1: found 2026-11-23, which is after today (2026-11-22).',
    ],
    [
      'a source of next year',
      { trust: { sources: ['x'], collected: 2027 } },
      'trust.collected: found 2027; it is 2026.',
    ],
    [
      'a session that ends before it begins',
      aSession({ opens: '10:00', closes: '09:00' }),
      'sessions.closes, number 1: closes at 09:00, which is not after 10:00.',
    ],
  ])('%s is reported', (_what, fields, message) => {
    expect(problemsOfListing(fields)).toEqual([
      expect.stringContaining(`organisations/bow-lunch-club.yaml, ${message}`),
    ]);
  });

  test('a check today or yesterday is fine', () => {
    expect(problemsOfListing(aCheck({ date: '2026-11-22' }))).toEqual([]);
    expect(problemsOfListing(aCheck({ date: '2026-11-21' }))).toEqual([]);
  });
});

test('a check of times covers sessions as well, and one of a field with a mistake is not told twice', () => {
  const session = { days: ['mon'], opens: '10:00', closes: '12:00' };
  expect(problemsOfListing({ ...aCheck({ facts: ['hours'] }), sessions: [session] })).toEqual([]);
  expect(problemsOfListing({ ...aCheck({ facts: ['phone'] }), phone: 5 })).toHaveLength(1);
});

function aCheck(check: Record<string, unknown>) {
  const whole = { date: '2026-11-01', method: 'phone', facts: ['cost'], ...check };
  return { trust: { sources: ['x'], checks: [whole] } };
}

function aSession(session: Record<string, unknown>) {
  return { sessions: [{ days: ['mon'], opens: '10:00', closes: '12:00', ...session }] };
}
