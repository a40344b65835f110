import { z } from 'zod';
import { id, optionalList, optionalText, text } from './field.ts';

/** Where a service can be visited. None for helplines, and none where the address is kept secret. */

const addressSchema = z.strictObject({
  id: id('the address'),
  address_1: text('Building and street.'),
  city: text('Post town.'),
  state_province: text('County, as the standard asks for one.'),
  postal_code: text('Postcode.'),
  country: z.literal('GB').describe('Always GB.'),
  address_type: z.literal('physical').describe('Always physical.'),
});

export const locationInListSchema = z.strictObject({
  id: id('the location'),
  location_type: z.literal('physical').describe('Always physical.'),
  name: optionalText('Building and street, as people would say where it is.'),
  latitude: z
    .number()
    .optional()
    .describe('WGS 84, of the centre of the postcode and not of the door.'),
  longitude: z.number().optional().describe('As latitude.'),
  directory_postcode: optionalText(
    'The postcode. Some locations have one without an address, or an address without one.',
  ),
});

export const locationSchema = locationInListSchema.extend({
  addresses: optionalList(addressSchema, 'The address, where it is known whole with its postcode.'),
});
export type Location = z.infer<typeof locationSchema>;
