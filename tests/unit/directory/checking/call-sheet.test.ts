import { expect, test } from 'vitest';
import { toCallQuestions } from '../../../../src/directory/checking/call-sheet.ts';
import { listingSchema } from '../../../../src/directory/listing.ts';
import { toPublicListing } from '../../../../src/directory/public-listing.ts';
import { directory } from '../../../../src/wiring.ts';
import { aListing } from '../../../support/directory/a-listing.ts';
import { listingFields } from '../../../support/directory/content.ts';

const ask = (fields: Parameters<typeof aListing>[1]) =>
  new Map(
    toCallQuestions(aListing('lunch', fields), directory.lists).map((each) => [each.fact, each]),
  );

test('a sheet shows what the page shows, and which fields are right if that is', () => {
  const questions = ask({
    audiences: ['women', 'carers'],
    notFor: 'Men.',
    hours: 'Mondays, 11am to 2pm',
    sessions: [{ days: ['wed'], opens: '10:00', closes: '12:30', what: 'Chair yoga' }],
    address: '1 Road',
    postcode: 'E3 5ES',
  });

  expect(questions.get('who')).toMatchObject({
    shown: ['Women, Carers', 'Not for: Men.'],
    fields: ['audiences', 'notFor'],
  });
  expect(questions.get('hours')).toMatchObject({
    shown: ['Mondays, 11am to 2pm', 'Wednesday: 10am to 12:30pm (Chair yoga)'],
    fields: ['hours', 'sessions'],
  });
  expect(questions.get('address')).toMatchObject({ fields: ['address', 'postcode'] });
});

test('what a listing does not say is asked all the same, and cannot be ticked as right', () => {
  expect(ask({ phone: undefined }).get('phone')).toMatchObject({ shown: [], fields: [] });
});

test('a secret address is neither shown nor asked for, and notes are not there', () => {
  const secret = listingSchema.parse(
    listingFields({
      confidentialAddress: true,
      address: '12 Hidden Road',
      postcode: 'E3 5AB',
      editorsNote: 'Hidden note',
    }),
  );
  const questions = toCallQuestions(
    toPublicListing({ ...secret, slug: 'refuge' }, undefined),
    directory.lists,
  );

  expect(questions.map(({ fact }) => fact)).not.toContain('address');
  expect(JSON.stringify(questions)).not.toMatch(/Hidden|E3 5AB/);
});
