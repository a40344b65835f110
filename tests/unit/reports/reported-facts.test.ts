import { expect, test } from 'vitest';
import { toReportedFacts } from '../../../src/reports/reported-facts.ts';

const on = (moment: string, facts: string) => ({ facts, receivedAt: Date.parse(moment) });
const MAY_3 = on('2026-05-03T12:00:00Z', 'phone hours');

test('a report is told with its day in London, its facts in their order', () => {
  const late = on('2026-05-03T23:30:00Z', 'hours phone made-up');

  expect(toReportedFacts([late], [])).toEqual([{ day: '2026-05-04', facts: ['phone', 'hours'] }]);
});

test('each fact stands with the newest day on which it was reported', () => {
  const newer = on('2026-05-05T12:00:00Z', 'hours closed');

  expect(toReportedFacts([MAY_3, newer], [])).toEqual([
    { day: '2026-05-05', facts: ['hours', 'closed'] },
    { day: '2026-05-03', facts: ['phone'] },
  ]);
});

test('a check that covers a fact, of a later day, answers it', () => {
  const check = (date: string, ...facts: string[]) => ({ date, facts, method: 'phone' as const });

  expect(toReportedFacts([MAY_3], [check('2026-05-04', 'phone')])).toEqual([
    { day: '2026-05-03', facts: ['hours'] },
  ]);
  expect(toReportedFacts([MAY_3], [check('2026-05-04', 'phone', 'sessions')])).toEqual([]);
  // Of the same day nobody knows which came first.
  expect(toReportedFacts([MAY_3], [check('2026-05-03', 'phone', 'hours')])).toHaveLength(1);
  expect(toReportedFacts([MAY_3], [check('2026-05-04', 'cost')])).toEqual([
    { day: '2026-05-03', facts: ['phone', 'hours'] },
  ]);
});

test('that it has closed is answered by a check of its status; "something else" by none', () => {
  const report = on('2026-05-03T12:00:00Z', 'closed other');
  const checks = [{ date: '2026-06-01', method: 'visit' as const, facts: ['status', 'hours'] }];

  expect(toReportedFacts([report], checks)).toEqual([{ day: '2026-05-03', facts: ['other'] }]);
});
