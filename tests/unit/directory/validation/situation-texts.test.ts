/** Covers src/directory/validation/situation-texts.ts and src/directory/validation/placeholders.ts. */
import { expect, test } from 'vitest';
import { validateSituationTexts } from '../../../../src/directory/validation/situation-texts.ts';
import { aLabel } from '../../../support/directory/a-label.ts';
import { aSituation } from '../../../support/directory/a-situation.ts';

const because = (text: string) => ({
  first: [{ listing: 'a', because: { ...aLabel('Free food and basics'), en: text } }],
});

test.each([
  ['F', "found 'F', which is too short. Say in one line what they do about this"],
  ['Food', "found 'Food', which is too short."],
  ['TBC by Monday', "found 'TBC', which stands for something that is not known yet."],
])('the reason "%s" for a listing says nothing', (text, message) => {
  expect(validateSituationTexts({ ...aSituation('no-food'), ...because(text) })).toEqual([
    { field: ['first', 0, 'because', 'en'], message: expect.stringContaining(message) },
  ]);
});

test('a title may be short, but must not stand for another', () => {
  const titled = (en: string) => ({ ...aSituation('no-food'), title: { ...aLabel('x'), en } });
  expect(validateSituationTexts(titled('No food'))).toEqual([]);
  expect(validateSituationTexts(titled('todo'))).toHaveLength(1);
});
