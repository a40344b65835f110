/** Covers scripts/year/simulate-year.ts, scripts/year/editor.ts and scripts/year/chart.ts, on the content as it is. */
import { describe, expect, test } from 'vitest';
import { type Assumptions, assumptions } from '../../../../scripts/year/assumptions.ts';
import { toChart } from '../../../../scripts/year/chart.ts';
import { simulateYear } from '../../../../scripts/year/simulate-year.ts';
import { directory } from '../../../../src/wiring.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const listings = Array.from({ length: 60 }, (_, number) =>
  aListing(`listing-${number}`, { phone: `020 7946 ${String(number).padStart(4, '0')}` }),
);
const small = { listings, situations: [], lists: { needs: [] } };
const quiet: Assumptions = {
  ...assumptions,
  weeksAway: [],
  noAnswerPercent: 0,
  gonePercent: 0,
  newAYear: 0,
  reportsAWeek: 0,
};
const play = (given: Partial<Assumptions>, weeks = 40, content: typeof small = small) =>
  simulateYear({ ...quiet, ...given }, { content, from: '2027-01-04', weeks, seed: 7 });

describe('a year at the desk', () => {
  test('is the same whenever it is played with the same chances', () => {
    const year = { content: directory, from: '2027-01-04', weeks: 6, seed: 3 };

    expect(simulateYear(assumptions, year)).toEqual(simulateYear(assumptions, year));
    expect(simulateYear(assumptions, { ...year, seed: 4 })).not.toEqual(
      simulateYear(assumptions, year),
    );
  });

  test('checks as many as the time allows, one after another', () => {
    const [first, second] = play({ minutesAWeek: 50, answeredMinutes: 5 });

    expect(first).toMatchObject({ checks: 10, minutes: 50, everything: 16.7 });
    expect(second).toMatchObject({ checks: 10, everything: 33.3 });
  });

  test('keeps all of it checked once there is time enough', () => {
    const later = play({ minutesAWeek: 600 }).slice(1);

    expect(Math.min(...later.map(({ everything }) => everything))).toBe(100);
  });

  test('lets everything grow old where nobody answers, or nobody is there', () => {
    const website = undefined;
    const mute = { ...small, listings: listings.map((each) => ({ ...each, website })) };

    expect(play({ noAnswerPercent: 100 }, 10, mute).at(-1)?.everything).toBe(0);
    expect(play({ weeksAway: [1, 2, 3] }, 3).at(-1)).toMatchObject({ everything: 0, minutes: 0 });
  });

  test('looks at the website of who does not answer for long', () => {
    const weeks = play({ noAnswerPercent: 100, websiteSilentPercent: 0, minutesAWeek: 600 }, 5);

    expect(weeks.map(({ checks }) => checks > 0)).toEqual([false, false, false, true, false]);
  });

  test('goes through all of one number in one call', () => {
    const shared = listings.slice(0, 10).map((each) => ({ ...each, phone: '020 7946 0001' }));
    const [week] = play({ minutesAWeek: 1000 }, 1, { ...small, listings: shared });

    expect(week).toMatchObject({ tries: 1, checks: 10, minutes: 5 + 9 * 2 });
  });
});

test('the picture has a line for each curve, with its name', () => {
  const svg = toChart(
    [
      { name: '1 hour', weeks: play({ minutesAWeek: 60 }) },
      { name: '2 hours', weeks: play({ minutesAWeek: 120 }) },
    ],
    'Checked',
  );

  expect(svg.match(/fill="none"/g)).toHaveLength(2);
  expect(svg).toContain('>2 hours</text>');
  expect(svg).not.toMatch(/NaN|undefined/);
});
