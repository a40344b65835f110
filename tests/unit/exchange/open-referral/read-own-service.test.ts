import { expect, test } from 'vitest';
import { readServices } from '../../../../src/exchange/open-referral/read-services.ts';
import { termsSchema } from '../../../../src/exchange/open-referral/terms.ts';

const term = (link_type: string, code: string) => ({ link_type, taxonomy_term: { code } });

test('a service of our own feed is the listing that it was made of', () => {
  const service = {
    id: 'b67310d6-eb81-596e-a29d-4b3214f58522',
    directory_slug: 'bow-lunch-club',
    name: 'Bow Lunch Club',
    directory_other_names: ['Lunch; Club'],
    directory_summary: 'A hot lunch and company',
    description: 'You can have lunch.',
    directory_translations: { bn: { summary: 'দুপুরের খাবার', application_process: 'আসুন।' } },
    status: 'temporarily closed',
    attributes: [
      term('kind', 'charity'),
      term('need', 'food'),
      term('need', 'loneliness'),
      term('audience', 'everyone'),
      term('cost', 'free'),
      term('access', 'drop-in'),
      term('area', 'bow'),
    ],
    eligibility_description: 'Not for groups.',
    application_process: 'Come in.',
    languages: [{ code: 'en' }],
    service_at_locations: [{ location: { name: '1 Bow Road', directory_postcode: 'E3 5AB' } }],
    service_areas: [{ name: 'Bow' }],
    schedules: [
      { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '10:00:00', closes_at: '12:00:00' },
      {
        freq: 'WEEKLY',
        byday: 'WE',
        opens_at: '09:00:00',
        closes_at: '10:00:00',
        attending_type: 'phone',
        directory_place: 'Dora Hall',
        description: 'Advice',
      },
      { description: 'Mondays and Tuesdays' },
    ],
    contacts: [{ phones: [{ number: '020 7946 0123' }] }],
    email: 'info@bow.example',
    url: 'https://bow.example',
    directory_charity_number: '1162185',
    directory_collected: 2025,
    directory_checks: [{ date: '2026-05-03', method: 'phone', facts: ['phone'] }],
  };
  const reading = readServices([service], { from: 'feed', terms: termsSchema.parse({}) });
  expect(reading.ok && reading.records).toEqual([
    {
      where: `service ${service.id}`,
      slug: 'bow-lunch-club',
      taken: [],
      notes: [],
      isOurs: true,
      fields: {
        name: 'Bow Lunch Club',
        otherNames: ['Lunch; Club'],
        kind: 'charity',
        status: 'paused',
        summary: 'A hot lunch and company',
        description: 'You can have lunch.',
        translations: { bn: { summary: 'দুপুরের খাবার', firstStep: 'আসুন।' } },
        needs: ['food', 'loneliness'],
        audiences: ['everyone'],
        notFor: 'Not for groups.',
        languages: ['en'],
        cost: 'free',
        access: ['drop-in'],
        firstStep: 'Come in.',
        address: '1 Bow Road',
        postcode: 'E3 5AB',
        area: 'bow',
        areaServed: 'Bow',
        hours: 'Mondays and Tuesdays',
        sessions: [
          { days: ['mon', 'tue'], opens: '10:00', closes: '12:00' },
          {
            days: ['wed'],
            opens: '09:00',
            closes: '10:00',
            what: 'Advice',
            where: 'Dora Hall',
            by: 'phone',
          },
        ],
        phone: '020 7946 0123',
        email: 'info@bow.example',
        website: 'https://bow.example',
        charityNumber: '1162185',
        trust: {
          collected: 2025,
          checks: [{ date: '2026-05-03', method: 'phone', facts: ['phone'] }],
        },
      },
    },
  ]);
});
