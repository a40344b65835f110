/**
 * Covers src/exchange/open-referral/read-service.ts, src/exchange/open-referral/read-contacts.ts,
 * src/exchange/open-referral/read-place.ts, src/exchange/open-referral/read-terms.ts,
 * src/exchange/open-referral/terms.ts, src/exchange/open-referral/entity.ts.
 */
import { describe, expect, test } from 'vitest';
import { readServices } from '../../../../src/exchange/open-referral/read-services.ts';
import { type Terms, termsSchema } from '../../../../src/exchange/open-referral/terms.ts';

describe('a service of Open Referral UK', () => {
  test('3.0: contacts, place, charity, day and terms', () => {
    const terms = termsSchema.parse({
      terms: { carers: { needs: ['carers'], audiences: ['carers'] } },
      defaults: { kind: 'charity', languages: ['en'] },
    });
    const record = read(
      {
        description: '<p>You can meet others.</p>',
        url: 'www.bow.example',
        contacts: [
          { phones: [{ number: 'Front desk: 020 7946 0123' }, { number: '02079460124' }] },
        ],
        service_at_locations: [
          { location: { addresses: [{ address_1: '1 Bow Road', postal_code: 'e35ab' }] } },
        ],
        organization: {
          organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1162185' }],
        },
        attributes: [
          { taxonomy_term: { name: 'Carers' } },
          { taxonomy_term: { name: 'Knitting' } },
        ],
        last_modified: '2026-05-03T12:00:00Z',
      },
      terms,
    );
    expect(record).toMatchObject({
      asOf: '2026-05-03',
      source: 'https://feed.example/services/1',
      fields: {
        name: 'Bow Lunch Club',
        summary: 'You can meet others',
        description: 'You can meet others.',
        needs: ['carers'],
        audiences: ['carers'],
        kind: 'charity',
        languages: ['en'],
        cost: 'unknown',
        address: '1 Bow Road',
        postcode: 'E3 5AB',
        phone: '020 7946 0123',
        website: 'https://www.bow.example',
        charityNumber: '1162185',
        trust: { sources: ['https://feed.example/services/1'] },
      },
    });
    expect(record?.notes).toEqual([
      '1 more phone number(s) are left out.',
      "the website 'www.bow.example' had no https:// before it.",
    ]);
    expect(record?.draftNotes).toEqual(["nobody has translated the feed's 'Knitting'."]);
  });

  test('staff, persons and mobile numbers are left out', () => {
    const record = read({
      email: 'checker@council.example',
      assurer_email: 'checker@council.example',
      pc_metadata: { assured_by: 'other@council.example' },
      contacts: [{ email: 'other@council.example', phones: [{ number: '07700 900123' }] }],
    });
    expect(record?.fields).not.toHaveProperty('email');
    expect(record?.fields).not.toHaveProperty('phone');
    expect(JSON.stringify(record)).not.toMatch(/council\.example|900123/);
    expect(record?.notes).toHaveLength(2);
  });

  test('−1 is no age; a real one is named to the editor', () => {
    expect(read({ minimum_age: -1, maximum_age: -1 })?.draftNotes).toEqual([]);
    expect(read({ min_age: 8, max_age: null })?.draftNotes).toEqual([
      'the feed says it is for ages 8 to any: if so, write it into audiences and notFor.',
    ]);
  });

  test('a description of 145,417 letters is cut at a sentence, and so it is said', () => {
    const record = read({ description: `${'You can come. '.repeat(10_387)}`.slice(0, 145_417) });
    expect(String(record?.fields.description)).toMatch(/^(You can come\. ?){40,}$/);
    expect(record?.draftNotes?.[0]).toMatch(
      /^the description had 14\d{4} letters, and \d+ are taken\.$/,
    );
  });

  test.each([
    ['a name', { name: ' ' }, 'this service has no name.'],
    ['what still runs', { status: 'defunct' }, "the feed says of it 'defunct'."],
  ])('is refused without %s', (_, fields, refusal) => {
    expect(read(fields)?.refusal).toBe(refusal);
  });

  test('addresses that stand for none are left out', () => {
    for (const url of ['http://www.example.com', 'not an address', 'https://']) {
      expect(read({ url })?.fields, url).not.toHaveProperty('website');
    }
  });

  test('an editor decides on one of them', () => {
    const terms = termsSchema.parse({ services: { 1: { listing: 'bow', needs: ['food'] } } });
    expect(read({}, terms)).toMatchObject({ slug: 'bow', fields: { needs: ['food'] } });
  });
});

test('an id that comes twice is refused the second time, and so is what is no service', () => {
  const services = [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }, { name: 'C' }, 'x', null];
  const reading = readServices(services, options());
  expect(reading.ok && reading.records.map(({ refusal }) => refusal)).toEqual([
    undefined,
    'this id stands in the feed twice: the first is taken.',
    'this service has no id.',
    'this service has no id.',
    'this service has no id.',
  ]);
});

function options(terms: Terms = termsSchema.parse({})) {
  return { from: 'https://feed.example/services/?page=1', terms };
}

function read(fields: Record<string, unknown>, terms?: Terms) {
  const reading = readServices([{ id: 1, name: 'Bow Lunch Club', ...fields }], options(terms));
  return reading.ok ? reading.records[0] : undefined;
}
