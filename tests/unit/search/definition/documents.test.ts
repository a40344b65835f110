/** Covers src/search/definition/translation-fields.ts. */
import { expect, test } from 'vitest';
import { toSearchDocuments } from '../../../../src/search/definition/documents.ts';
import { directory } from '../../../../src/wiring.ts';
import { aListing } from '../../../support/directory/a-listing.ts';

const { lists } = directory;

test('an index holds what a listing’s page shows, in the site’s languages', () => {
  const [document] = toSearchDocuments(
    [
      aListing('larder', {
        needs: ['food'],
        audiences: ['women', 'everyone'],
        languages: ['en', 'bn'],
        area: 'bow',
        address: '1 Road',
        postcode: 'E3 5ES',
        ward: 'Bow East',
        translations: { bn: { summary: 'খাবার' } },
      }),
    ],
    lists,
    { today: '2026-11-22', borough: 'Tower Hamlets' },
  );

  const food = lists.needs.find(({ slug }) => slug === 'food')?.label;
  expect(document?.needLabels).toEqual([food?.en, food?.bn, food?.so]);
  expect(document?.place).toEqual(
    expect.arrayContaining(['1 Road', 'E3 5ES', 'E3', 'Bow East', 'Bow']),
  );
  expect(document?.in_bn).toEqual(['খাবার']);
  expect(document?.who).toContain('Women');
  expect(document?.who).not.toContain('English');
});

test('an index never holds a field that is not on its list', () => {
  const secret = 'not for publication';
  const listing = { ...aListing('larder'), editorsNote: secret, trust: { sources: [secret] } };
  const documents = toSearchDocuments([listing], lists, {
    today: '2026-11-22',
    borough: 'Tower Hamlets',
  });
  expect(JSON.stringify(documents)).not.toContain(secret);
});

test('contact details are not searched', () => {
  const listing = aListing('larder', { phone: '020 7000 0000', email: 'help@example.org' });
  const text = JSON.stringify(
    toSearchDocuments([listing], lists, { today: '2026-11-22', borough: 'Tower Hamlets' }),
  );
  expect(text).not.toMatch(/7000|example/);
});

test('paused and closed listings are not in the index', () => {
  const listings = [
    aListing('open'),
    aListing('p', { status: 'paused' }),
    aListing('c', { status: 'closed' }),
  ];
  expect(
    toSearchDocuments(listings, lists, { today: '2026-11-22', borough: 'Tower Hamlets' }).map(
      ({ id }) => id,
    ),
  ).toEqual(['open']);
});

test('what people act on ages, urgent help does not', () => {
  const checks = [{ date: '2025-01-10', method: 'phone' as const, facts: ['phone', 'hours'] }];
  const fields = { phone: '020 7364 5000', hours: 'Mondays', checks };
  const [ageing, urgent, unchecked] = toSearchDocuments(
    [
      aListing('a', fields),
      aListing('b', { ...fields, isUrgentHelp: true }),
      aListing('c', { isUrgentHelp: true }),
    ],
    lists,
    { today: '2026-11-22', borough: 'Tower Hamlets' },
  );

  expect(ageing?.freshness).toBe(2);
  expect([urgent?.freshness, unchecked?.freshness]).toEqual([0, 0]);
});
