import { expect, test } from 'vitest';
import { listFields } from '../../../src/open-referral/field-list.ts';

test('the fields of a thing come before those of what is within it', () => {
  const sections = listFields('service', {
    properties: {
      id: { type: 'string', format: 'uuid', description: 'Which.' },
      status: { enum: ['active', 'defunct'], description: 'How.' },
      organization: { properties: { name: { type: 'string', description: 'Who.' } } },
      phones: { items: { properties: { number: { type: 'string', description: 'Where.' } } } },
      location: { description: 'Where.', allOf: [{ $ref: '#/components/schemas/location' }] },
      places: { items: { $ref: '#/components/schemas/location' } },
      names: { items: { type: 'string' }, description: 'Others.' },
    },
    required: ['id'],
  });

  expect(sections.map(({ name }) => name)).toEqual([
    'service',
    'service.organization',
    'service.phones[]',
  ]);
  expect(sections[0]?.fields).toEqual([
    { name: 'id', type: 'string (uuid), always there', description: 'Which.' },
    { name: 'status', type: 'active | defunct', description: 'How.' },
    { name: 'organization', type: 'object', description: '' },
    { name: 'phones', type: 'list', description: '' },
    { name: 'location', type: 'location', description: 'Where.' },
    { name: 'places', type: 'list of location', description: '' },
    { name: 'names', type: 'list of string', description: 'Others.' },
  ]);
});
