import type { Position } from '../../directory/distance.ts';
import type { Places } from '../../directory/places.ts';
import {
  type ParsedPostcode,
  parsePostcode,
  parsePostcodeAlone,
} from '../../directory/postcode.ts';
import type { Near } from '../port.ts';
import type { NamedAreas } from './named-areas.ts';

/** What became of the text in "near a postcode or place"; undefined if nothing was typed. */
export function findNear(typed: string, places: Places & Partial<NamedAreas>): Near | undefined {
  if (typed.trim() === '') return undefined;
  const near = locate(parsePostcode(typed), places);
  if (near) return near;
  const named = places.findNamedArea?.(typed);
  if (named) return { state: 'found', postcode: typed.trim(), ...named };
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // "E14 AA" is E1 4AA, or has lost a figure: as E14 it would be near another place than was meant.
  const isUnclear = parsePostcodeAlone(words.join('')).kind === 'full';
  const among = isUnclear ? undefined : takeNear(words, places).near;
  return among ?? { state: 'not-a-postcode' };
}

function locate(parsed: ParsedPostcode, places: Places): Near | undefined {
  switch (parsed.kind) {
    case 'full':
      return toNear(parsed.postcode, places.findPlace(parsed.postcode), parsed.district, places);
    case 'sector':
      return toNear(parsed.sector, places.findSector(parsed.sector), parsed.district, places);
    case 'district':
      return toNear(parsed.district, places.findDistrict(parsed.district), parsed.district, places);
    case 'neither':
      return undefined;
  }
}

function toNear(
  postcode: string,
  found: Position | undefined,
  district: string,
  places: Places,
): Near {
  if (found) {
    const { latitude, longitude } = found;
    return { state: 'found', postcode, position: { latitude, longitude } };
  }
  return { state: places.findDistrict(district) ? 'not-in-our-data' : 'outside', postcode };
}

// London's postal districts. Elsewhere a letter and a figure are more often something else: "b12", "u3a".
const LONDON_DISTRICT = /^(e|ec|n|nw|se|sw|w|wc)\d/;

/** Takes a postcode or a part of one out of the words of a search: "food bank e3" is "food bank" near E3. */
export function takeNear(
  words: readonly string[],
  places: Places,
): { near: Near | undefined; rest: string[] } {
  for (let i = 0; i < words.length; i += 1) {
    for (const count of [2, 1]) {
      const typed = words.slice(i, i + count).join(' ');
      const parsed = parsePostcodeAlone(typed);
      if (!isMeant(parsed, typed, count, places)) continue;
      const rest = [...words.slice(0, i), ...words.slice(i + count)];
      return { near: locate(parsed, places), rest };
    }
  }
  return { near: undefined, rest: [...words] };
}

// Among other words a postcode that had to be mended counts only where it is one of ours.
function isMeant(parsed: ParsedPostcode, typed: string, count: number, places: Places): boolean {
  switch (parsed.kind) {
    case 'full':
      return !parsed.mended || places.findPlace(parsed.postcode) !== undefined;
    case 'sector':
      return count === 2 && !parsed.mended && LONDON_DISTRICT.test(typed);
    case 'district':
      return count === 1 && !parsed.mended && LONDON_DISTRICT.test(typed);
    case 'neither':
      return false;
  }
}
