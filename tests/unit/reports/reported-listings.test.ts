import { expect, test } from 'vitest';
import { StoreFault } from '../../../src/referral/store/store-fault.ts';
import { createReportedListings } from '../../../src/reports/reported-listings.ts';

function aWatch() {
  const told = {
    reports: [{ listing: 'a-place', facts: 'phone', receivedAt: Date.parse('2026-05-03') }],
    fault: undefined as Error | undefined,
    reads: 0,
    at: 0,
    lines: [] as unknown[][],
  };
  const listings = createReportedListings({
    openStore: async () => ({
      listReportedFacts: async () => {
        told.reads += 1;
        if (told.fault) throw told.fault;
        return told.reports;
      },
    }),
    findChecks: (slug) => (slug === 'a-place' ? [] : undefined),
    elapsedMs: () => told.at,
    log: { warn: (...line) => told.lines.push(line), info: (...line) => told.lines.push(line) },
  });
  return { told, listings };
}

test('listings that we do not have, or no longer show as open, are left out', async () => {
  const { told, listings } = aWatch();
  told.reports.push({ listing: 'gone', facts: 'phone', receivedAt: 0 });
  await listings.refresh();

  expect([...listings.current()]).toEqual([['a-place', [{ day: '2026-05-03', facts: ['phone'] }]]]);
});

test('the store is asked once by all who ask within a second, and nobody waits', async () => {
  const { told, listings } = aWatch();

  expect(listings.current().size).toBe(0);
  listings.current();
  await listings.refresh();
  expect(told.reads).toBe(1);
  for (let ask = 0; ask < 50; ask += 1) expect(listings.current().size).toBe(1);
  expect(told.reads).toBe(1);
  told.at += 1000;
  listings.current();
  await listings.refresh();
  expect(told.reads).toBe(2);
});

test('while the store is down pages say what was known last, and the log says so once', async () => {
  const { told, listings } = aWatch();
  await listings.refresh();
  told.fault = new StoreFault('unreachable', 'not-stored');
  for (let round = 0; round < 3; round += 1) await listings.refresh();

  expect(listings.current().size).toBe(1);
  expect(told.lines).toEqual([['report.listings-not-read', { reason: 'unreachable' }]]);
  told.fault = undefined;
  told.reports.pop();
  await listings.refresh();
  expect(listings.current().size).toBe(0);
  expect(told.lines.at(-1)).toEqual(['report.listings-read-again']);
});
