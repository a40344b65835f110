import type { ListingRecord, Reading } from '../listing-record.ts';
import { toEntity } from './entity.ts';
import { readOwnService } from './read-own-service.ts';
import { readService } from './read-service.ts';
import type { Terms } from './terms.ts';

/** Services of a feed as records of listings; one that comes twice is refused the second time. */
export function readServices(
  services: readonly unknown[],
  options: { from: string; terms: Terms },
): Reading {
  const seen = new Set<string>();
  const records = services.map((value, index) => {
    const service = toEntity(value);
    const id = service?.id === undefined ? '' : String(service.id);
    const where = id ? `service ${id}` : `service number ${index + 1}`;
    if (!service || !id) return refused(where, 'this service has no id.');
    if (seen.has(id))
      return refused(where, 'this id stands in the feed twice: the first is taken.');
    seen.add(id);
    return 'directory_slug' in service
      ? readOwnService(service, where)
      : readService(service, { ...options, id, where });
  });
  return { ok: true, records, notes: [] };
}

function refused(where: string, refusal: string): ListingRecord {
  return { where, fields: {}, taken: [], notes: [], refusal, isOurs: false };
}
