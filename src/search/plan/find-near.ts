import type { Places } from '../../directory/places.ts';
import { parsePostcode } from '../../directory/postcode.ts';
import type { Near } from '../port.ts';
import type { NamedAreas } from './named-areas.ts';

/** What became of the text in "near a postcode or place"; undefined if nothing was typed. */
export function findNear(typed: string, places: Places & Partial<NamedAreas>): Near | undefined {
  if (typed.trim() === '') return undefined;
  const parsed = parsePostcode(typed);
  switch (parsed.kind) {
    case 'full': {
      const { postcode, district } = parsed;
      const position = places.findPlace(postcode);
      if (position) return { state: 'found', postcode, position: toPosition(position) };
      return { state: places.findDistrict(district) ? 'not-in-our-data' : 'outside', postcode };
    }
    case 'district': {
      const position = places.findDistrict(parsed.district);
      if (position) return { state: 'found', postcode: parsed.district, position };
      return { state: 'outside', postcode: parsed.district };
    }
    case 'neither': {
      const named = places.findNamedArea?.(typed);
      if (!named) return { state: 'not-a-postcode' };
      return { state: 'found', postcode: typed.trim(), ...named };
    }
  }
}

// London's postal districts. Elsewhere a letter and a figure are more often something else: "b12", "u3a".
const LONDON_DISTRICT = /^(e|ec|n|nw|se|sw|w|wc)\d/;

/** Takes a postcode or district out of the words of a search: "food bank e3" is "food bank" near E3. */
export function takeNear(
  words: readonly string[],
  places: Places,
): { near: Near | undefined; rest: string[] } {
  for (let i = 0; i < words.length; i += 1) {
    for (const count of [2, 1]) {
      const typed = words.slice(i, i + count).join(' ');
      const parsed = parsePostcode(typed);
      const isMeant =
        parsed.kind === 'full' ||
        (parsed.kind === 'district' && count === 1 && LONDON_DISTRICT.test(typed));
      if (!isMeant) continue;
      // "e1 4": the sector says little more than the district.
      const sector = parsed.kind === 'district' && /^\d$/.test(words[i + 1] ?? '') ? 1 : 0;
      const rest = [...words.slice(0, i), ...words.slice(i + count + sector)];
      return { near: findNear(typed, places), rest };
    }
  }
  return { near: undefined, rest: [...words] };
}

function toPosition({ latitude, longitude }: { latitude: number; longitude: number }) {
  return { latitude, longitude };
}
