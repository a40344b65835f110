import {
  findDue,
  inCallOrder,
  type OpenReport,
  toTarget,
} from '../../src/directory/checking/due.ts';
import type { SentTo } from '../../src/directory/checking/importance.ts';
import { countOnTarget } from '../../src/directory/checking/on-target.ts';
import type { PublicListing } from '../../src/directory/public-listing.ts';
import { addDays } from '../../src/i18n/london-calendar.ts';
import { createRandom } from '../../tests/support/days/a-random.ts';
import type { Assumptions } from './assumptions.ts';
import { createEditor, withCheck } from './editor.ts';

/** How the directory stands at the end of a week. */
export interface Week {
  week: number;
  /** Checked within 180 days, in a hundred listings. */
  everything: number;
  /** Of whom somebody is sent to first: within 90 days. */
  first: number;
  checks: number;
  tries: number;
  minutes: number;
}

interface Year {
  content: SentTo;
  /** A Monday, ISO date. */
  from: string;
  weeks: number;
  seed: number;
}

/**
 * Plays weeks of one editor by the list of what is due as it is, with made-up answers. The same seed gives the same year.
 */
export function simulateYear(given: Assumptions, { content, from, weeks, seed }: Year): Week[] {
  const random = createRandom(seed);
  const chance = (percent: number) => random(10_000) < percent * 100;
  const editor = createEditor(given, chance);
  const listings = new Map(content.listings.map((listing) => [listing.slug, listing]));
  const willing = new Set(
    [...listings.values()]
      .filter(({ email }) => email)
      .map(({ slug }) => slug)
      .filter(() => chance(given.confirmThemselvesPercent)),
  );
  const now = (): SentTo => ({ ...content, listings: [...listings.values()] });
  let reports: OpenReport[] = [];

  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    const today = addDays(from, index * 7);
    addNew(listings, { week, weeks, number: given.newAYear });
    reports = [...reports, ...newReports([...listings.keys()], today)];
    const done = given.weeksAway.includes(((week - 1) % 52) + 1)
      ? { checks: 0, tries: 0, minutes: 0 }
      : work(today);
    const { everything, first } = countOnTarget(now(), addDays(today, 6));
    return { week, everything: share(everything), first: share(first), ...done };
  });

  function newReports(slugs: readonly string[], today: string): OpenReport[] {
    return Array.from({ length: given.reportsAWeek }, () => ({
      listing: slugs[random(slugs.length)] ?? '',
      at: `${today}T00:00:00Z`,
    }));
  }

  function work(today: string): Pick<Week, 'checks' | 'tries' | 'minutes'> {
    const done = { checks: 0, tries: 0, minutes: 0 };
    confirmThemselves(today, done);
    const due = inCallOrder(findDue(now(), { now: `${today}T12:00:00Z`, reports }));
    const settled = new Set<string>();
    for (const each of due) {
      if (done.minutes >= given.minutesAWeek) break;
      if (settled.has(each.listing.slug)) continue;
      const attempt = editor.attempt(each);
      done.minutes += attempt.minutes;
      done.tries += 1;
      if (!attempt.method) continue;
      if (attempt.isGone) listings.delete(each.listing.slug);
      for (const slug of [each.listing.slug, ...attempt.alsoChecked]) {
        const listing = listings.get(slug);
        settled.add(slug);
        if (!listing) continue;
        listings.set(slug, withCheck(listing, today, attempt.method));
        done.checks += 1;
      }
    }
    reports = reports.filter(({ listing }) => !settled.has(listing));
    return done;
  }

  // They are asked three weeks before they would be due, and answer at once or never.
  function confirmThemselves(today: string, done: { checks: number; minutes: number }): void {
    for (const slug of willing) {
      const listing = listings.get(slug);
      if (!listing) continue;
      const { dueOn } = toTarget(listing, { firstFor: [] });
      if (!dueOn || dueOn > addDays(today, 21)) continue;
      listings.set(slug, withCheck(listing, today, 'self-confirmed'));
      done.checks += 1;
      done.minutes += given.confirmedMinutes;
    }
  }
}

// They are like what is there: each a copy of one, without its checks.
function addNew(
  listings: Map<string, PublicListing>,
  { week, number }: { week: number; weeks: number; number: number },
): void {
  const before = Math.floor(((week - 1) * number) / 52);
  const count = Math.floor((week * number) / 52) - before;
  const models = [...listings.values()];
  for (let added = 0; added < count; added += 1) {
    const model = models[(before + added) % models.length];
    if (!model) continue;
    const slug = `new-${before + added}`;
    listings.set(slug, { ...model, slug, phone: undefined, checks: [] });
  }
}

function share({ all, checked }: { all: number; checked: number }): number {
  return all === 0 ? 0 : Math.round((checked / all) * 1000) / 10;
}
