/**
 * What becomes of a listing in the open data. Covers src/open-referral/making/ids.ts,
 * src/open-referral/making/in-list.ts, src/open-referral/making/last-modified.ts,
 * src/open-referral/making/location.ts, src/open-referral/making/organization.ts,
 * src/open-referral/making/schedules.ts, src/open-referral/making/to-service.ts,
 * src/open-referral/making/taxonomies.ts.
 */
import { describe, expect, test } from 'vitest';
import { aLabel } from '../../support/directory/a-label.ts';
import { aFeed } from '../../support/open-referral/a-feed.ts';

const checkedOn = (date: string) => ({ date, method: 'phone', facts: ['cost'] });
const trust = (fields: object) => ({ sources: ['general knowledge'], checks: [], ...fields });
const london = { postTowns: [{ postcodeAreas: ['E'], town: 'London', county: 'Greater London' }] };

describe('a service', () => {
  test('says what it is, and leaves out what is not known', () => {
    const service = aFeed({ club: { name: 'Club', website: 'https://club.example' } }).service(
      'club',
    );

    expect(service).toMatchObject({
      name: 'Club',
      description: 'You can have lunch at Club.',
      directory_summary: 'A hot lunch and company',
      status: 'active',
      url: 'https://club.example',
      fees: 'free',
      directory_slug: 'club',
      directory_url: 'https://help.example/organisations/club/',
    });
    expect(Object.keys(service)).not.toEqual(
      expect.arrayContaining(['email', 'phones', 'schedules', 'assured_date', 'alert']),
    );
    expect(JSON.stringify(service)).not.toMatch(/null|""|\[\]/);
  });

  test('has the same ids in every release, and others than the same slug has elsewhere', () => {
    const elsewhere = aFeed({ club: {} }, { site: { borough: aLabel('Elsewhere') } });

    // Whoever stored this one must find the club by it for ever.
    expect(aFeed({ club: {} }).service('club').id).toBe('905b729d-47f1-5bf1-b3bb-f9c2176b49ea');
    expect(elsewhere.service('club').id).not.toBe('905b729d-47f1-5bf1-b3bb-f9c2176b49ea');
  });

  test.each([
    ['open', 'active', undefined],
    ['paused', 'temporarily closed', 'This is probably not running at the moment.'],
    ['closed', 'defunct', 'This has closed.'],
  ])('that is %s is %s', (status, expected, alert) => {
    const service = aFeed({ club: { status } }).service('club');

    expect([service.status, service.alert]).toEqual([expected, alert]);
  });

  test('that costs nothing has the amount 0, one of unknown cost none', () => {
    const feed = aFeed({ club: { cost: 'free' }, other: { cost: 'unknown' } });

    expect(feed.service('club').cost_options).toMatchObject([{ amount: 0, currency: 'GBP' }]);
    expect(feed.service('other')).not.toHaveProperty('cost_options');
    expect(feed.service('other')).not.toHaveProperty('fees');
  });

  test('has its sessions as weekly schedules and its hours in words beside them', () => {
    const { schedules } = aFeed({
      club: {
        hours: 'Mondays and Tuesdays, 10am to noon',
        sessions: [
          { days: ['mon', 'tue'], opens: '10:00', closes: '12:00', what: 'Chair yoga' },
          { days: ['fri'], opens: '09:00', closes: '10:00', by: 'phone' },
          { days: ['sat'], opens: '09:00', closes: '10:00', where: 'Bow Hall, E3 5AB' },
        ],
      },
    }).service('club');

    expect(schedules?.map(({ id: _id, ...schedule }) => schedule)).toEqual([
      {
        freq: 'WEEKLY',
        byday: 'MO,TU',
        opens_at: '10:00:00',
        closes_at: '12:00:00',
        description: 'Chair yoga',
      },
      {
        freq: 'WEEKLY',
        byday: 'FR',
        opens_at: '09:00:00',
        closes_at: '10:00:00',
        attending_type: 'phone',
      },
      {
        freq: 'WEEKLY',
        byday: 'SA',
        opens_at: '09:00:00',
        closes_at: '10:00:00',
        directory_place: 'Bow Hall, E3 5AB',
      },
      { description: 'Mondays and Tuesdays, 10am to noon' },
    ]);
  });

  test('has its number where either standard looks for it', () => {
    const { phones, contacts } = aFeed({ club: { phone: '020 7946 0001' } }).service('club');

    expect(phones).toMatchObject([{ number: '020 7946 0001' }]);
    expect(contacts?.[0]?.phones).toEqual(phones);
  });

  test('is tagged with all that it is found by, the main need first', () => {
    const { attributes } = aFeed({ club: { needs: ['loneliness', 'food'], area: 'bow' } }).service(
      'club',
    );

    expect(attributes?.map((each) => [each.link_type, each.taxonomy_term.code])).toEqual([
      ['need', 'loneliness'],
      ['need', 'food'],
      ['audience', 'everyone'],
      ['access', 'drop-in'],
      ['cost', 'free'],
      ['area', 'bow'],
      ['kind', 'charity'],
    ]);
  });

  test('keeps its texts in other languages', () => {
    const { directory_translations } = aFeed({
      club: { translations: { so: { firstStep: 'Kaalay.' } } },
    }).service('club');

    expect(directory_translations).toEqual({ so: { application_process: 'Kaalay.' } });
  });
});

describe('who runs a service', () => {
  test('is the listing itself where it is part of none', () => {
    const { organization } = aFeed({
      club: { name: 'Club', charityNumber: '1234567' },
    }).service('club');

    expect(organization).toMatchObject({
      name: 'Club',
      organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1234567' }],
    });
    expect(organization).not.toHaveProperty('parent_organization_id');
  });

  test('is the listing that it is part of, with the same id for all its parts', () => {
    const feed = aFeed({
      centre: { name: 'Centre' },
      club: { partOf: 'centre' },
      cafe: { partOf: 'centre' },
    });

    expect(feed.service('club').organization.name).toBe('Centre');
    expect(feed.service('club').directory_part_of).toBe('centre');
    const ids = ['centre', 'club', 'cafe'].map((slug) => feed.service(slug).organization_id);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('where a service is', () => {
  const inBow = { address: '1 Bow Road', postcode: 'E3 5AB' };

  test('is told with its address and the centre of its postcode', () => {
    const feed = aFeed({ club: inBow }, { site: london });

    expect(feed.serviceAtLocation('club')?.location).toMatchObject({
      location_type: 'physical',
      name: '1 Bow Road',
      latitude: 51.53,
      longitude: -0.03,
      addresses: [
        {
          address_1: '1 Bow Road',
          city: 'London',
          state_province: 'Greater London',
          postal_code: 'E3 5AB',
          country: 'GB',
          address_type: 'physical',
        },
      ],
    });
    expect(feed.service('club').service_at_locations?.[0]?.location).toEqual(
      feed.serviceAtLocation('club')?.location,
    );
  });

  test('is told without an address where the standard would have to be lied to', () => {
    const feed = aFeed({ club: { address: '1 Bow Road' }, cafe: inBow });

    expect(feed.serviceAtLocation('club')?.location).toEqual({
      id: expect.any(String),
      location_type: 'physical',
      name: '1 Bow Road',
    });
    expect(feed.serviceAtLocation('cafe')?.location).not.toHaveProperty('addresses');
  });

  test('is nowhere where there is nothing to visit', () => {
    expect(aFeed({ line: {} }).serviceAtLocation('line')).toBeUndefined();
  });

  test('is nowhere in the feed where it is kept secret', async () => {
    const feed = aFeed(
      { refuge: { ...inBow, area: 'bow', confidentialAddress: true } },
      { site: london },
    );

    expect(feed.serviceAtLocation('refuge')).toBeUndefined();
    expect(feed.service('refuge').directory_confidential_address).toBe(true);
    expect(JSON.stringify(feed.feed.services)).not.toMatch(/Bow Road|E3 5AB|51\.53/);
    expect(feed.service('refuge').attributes?.map(({ link_type }) => link_type)).not.toContain(
      'area',
    );
    expect(await feed.slugs('postcode=E3 5AB')).toEqual([]);
  });
});

describe('how sure it is', () => {
  test('is told by the newest check, and by none that is still to come', () => {
    const checks = [checkedOn('2026-03-01'), checkedOn('2026-05-02'), checkedOn('2026-11-20')];
    const service = aFeed({ club: { trust: trust({ checks }) } }, { today: '2026-11-19' }).service(
      'club',
    );

    expect(service.assured_date).toBe('2026-05-02');
    expect(service.last_modified).toBe('2026-05-02T00:00:00Z');
    expect(service.directory_checks).toHaveLength(2);
  });

  test('is not told where nobody checked', () => {
    const service = aFeed({ club: {} }).service('club');

    expect(service).not.toHaveProperty('assured_date');
    expect(service).not.toHaveProperty('last_modified');
  });

  test('is the year of the newest source where nothing was noted', () => {
    const service = aFeed({ club: { trust: trust({ collected: 2023 }) } }).service('club');

    expect([service.last_modified, service.directory_collected]).toEqual([
      '2023-01-01T00:00:00Z',
      2023,
    ]);
  });
});

describe('terms', () => {
  test('are the lists of the directory, needs below their groups', async () => {
    const feed = aFeed({ club: {} });
    const { contents } = await feed.page('taxonomy_terms', 'per_page=100');
    const food = contents.find(({ code, taxonomy }) => code === 'food' && taxonomy === 'Needs');
    const parent = contents.find(({ id }) => id === food?.parent_id);

    expect(food).toMatchObject({ name: 'Food', description: 'Eat.' });
    expect(food).not.toHaveProperty('term_uri');
    expect(parent).toMatchObject({ name: 'money-and-food', code: 'group-money-and-food' });
  });

  test('name the same term of a shared list where an editor has written it', async () => {
    const uri = 'http://id.example/service/163';
    const costs = [
      { slug: 'free', label: aLabel('Free'), uri },
      { slug: 'unknown', label: aLabel('Unknown') },
    ];
    const { contents } = await aFeed({ club: {} }, { lists: { costs } }).page('taxonomy_terms');

    expect(contents.find(({ code }) => code === 'free')?.term_uri).toBe(uri);
    expect(contents.find(({ code }) => code === 'unknown')).not.toHaveProperty('term_uri');
  });
});
