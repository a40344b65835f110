import { parsePostcodeAlone } from '../../directory/postcode.ts';
import { type Entity, listAt, textAt, toEntity } from './entity.ts';

/** Where a service is: of several places the first, and a note. */
export function readPlace(service: Entity): { fields: Record<string, string>; notes: string[] } {
  const locations = [
    ...listAt(service, 'locations'),
    ...listAt(service, 'service_at_locations')
      .map(({ location }) => toEntity(location))
      .filter((location) => location !== undefined),
  ];
  const [first] = locations;
  if (!first) return { fields: {}, notes: [] };
  const notes: string[] = [];
  if (locations.length > 1) {
    notes.push(`it has ${locations.length} places, of which the first is taken.`);
  }
  const [address = first] = listAt(first, 'addresses', 'physical_addresses');
  const lines = [textAt(address, 'address_1'), textAt(address, 'address_2')].filter(Boolean);
  const written = textAt(address, 'postal_code', 'postcode');
  const postcode = parsePostcodeAlone(written);
  const fields: Record<string, string> = {};
  if (lines.length > 0) fields.address = lines.join(', ').replace(/\s+/g, ' ');
  if (postcode.kind === 'full') fields.postcode = postcode.postcode;
  else if (written) notes.push(`the postcode '${written}' is none, so it is left out.`);
  return { fields, notes };
}
