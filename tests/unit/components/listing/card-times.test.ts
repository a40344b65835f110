import { expect, test } from 'vitest';
import { cardTimes } from '../../../../src/components/listing/card-times.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';

const t = createTranslator('en');
const unknown = { hours: undefined, sessions: [], phone: undefined };
const session = { days: ['mon' as const], opens: '10:00', closes: '12:00' };

test('a card says the times that an editor wrote, as English', () => {
  expect(cardTimes({ ...unknown, hours: 'Mondays' }, t)).toEqual({
    text: 'Mondays',
    isEnglish: true,
  });
});

test('times too long for a card are on the listing’s page', () => {
  for (const listing of [
    { ...unknown, hours: 'x'.repeat(101) },
    { ...unknown, sessions: [session] },
  ]) {
    expect(cardTimes(listing, t)).toEqual({ text: 'Times are on its page', isEnglish: false });
  }
});

test('where no times are known, a phone is there to ask by', () => {
  expect(cardTimes({ ...unknown, phone: '020 7000 0001' }, t)?.text).toBe('Ring for times');
  expect(cardTimes(unknown, t)).toBeUndefined();
});
