import { expect, test } from 'vitest';
import { hitReason } from '../../../../../src/components/search/results/hit-reason.ts';
import { createTranslator } from '../../../../../src/i18n/translator.ts';
import type { SearchHit } from '../../../../../src/search/port.ts';

const t = createTranslator('en');
const reasonOf = (why: SearchHit['why'], needs: string[]) =>
  hitReason(why, t, (slug) => slug.toUpperCase(), needs);

test('of several needs a card says which one it answers; of a single one it is plain', () => {
  const why = { by: 'need', need: 'food' } as const;

  expect(reasonOf(why, ['food', 'debt'])).toBe('Because you asked about: FOOD');
  expect(reasonOf(why, ['food'])).toBeUndefined();
  expect(reasonOf(why, [])).toBeUndefined();
});

test('a name or words that match are said, whatever was understood', () => {
  expect(reasonOf({ by: 'name' }, ['food'])).toBe('Name matches');
  expect(reasonOf({ by: 'text', words: ['yoga'] }, ['food'])).toBe('Mentions: yoga');
});
