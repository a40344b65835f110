import { expect, test } from 'vitest';
import { createRateLimit, toCustomer, toNetwork } from '../../../src/platform/http/rate-limit.ts';
import { createReportLimits } from '../../../src/reports/report-limits.ts';

function someLimits() {
  const limits = createReportLimits({
    createRateLimit: (rate) => createRateLimit({ ...rate, clock: () => 0 }),
    toNetwork,
    toCustomer,
  });
  let forms = 0;
  return (client: string, listing: string | undefined) => {
    forms += 1;
    return limits.take({ client, listing, formToken: `form ${forms}` });
  };
}

test('one connection that never stops uses up its own share, and nobody else’s', () => {
  const take = someLimits();
  const waits = Array.from({ length: 400 }, (_, place) => take('192.0.2.1', `place-${place}`));

  expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
  expect(take('198.51.100.1', 'bow-foodbank')).toBe(0);
});

test('nor does one that tells of one listing again and again', () => {
  const take = someLimits();
  const waits = Array.from({ length: 400 }, () => take('192.0.2.1', 'bow-foodbank'));

  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  expect(take('198.51.100.1', 'bow-foodbank')).toBe(0);
});

test('all together send as many as a few editors can read', () => {
  const take = someLimits();
  const waits = Array.from({ length: 320 }, (_, place) =>
    take(`10.${place >> 8}.${place & 255}.1`, undefined),
  );

  expect(waits.filter((wait) => wait === 0)).toHaveLength(300);
});
