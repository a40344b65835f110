import { expect, test } from 'vitest';
import { reportPanel, reportWords } from '../../../../src/components/report/report-words.ts';

test('says what was ticked, and the day', () => {
  expect(reportWords([{ day: '2026-05-03', facts: ['phone', 'hours'] }], 'en')).toEqual([
    'Someone told us on 3 May 2026 that this may be wrong: the phone number, the days or times.',
  ]);
});

test('says that it may have closed, and what else, in sentences of their own, newest day first', () => {
  const reported = [
    { day: '2026-05-05', facts: ['phone', 'closed', 'other'] as const },
    { day: '2026-05-03', facts: ['other'] as const },
  ];

  expect(reportWords(reported, 'en')).toEqual([
    'Someone told us on 5 May 2026 that this may have closed.',
    'Someone told us on 5 May 2026 that this may be wrong: the phone number, something else.',
    'Someone told us on 3 May 2026 that something here may be wrong.',
  ]);
});

test('says it in the language of the page, with its figures', () => {
  const [words] = reportWords([{ day: '2026-05-03', facts: ['phone'] }], 'bn');

  expect(words).toContain('৩ মে ২০২৬');
  expect(words).toContain('ফোন নম্বর');
});

test('is a panel of plain words', () => {
  const panel = reportPanel([{ day: '2026-05-03', facts: ['closed'] }], 'en');

  expect(panel).toMatch(/^<div class="panel panel-warning" data-reported><p><strong>Someone/);
  expect(panel).toContain('We have not checked that yet.');
});
