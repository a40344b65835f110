/** How far beyond the borough a listing's users live. */
export type Reach = 'london' | 'national';

const NATIONS = /^(uk|united kingdom|england|wales|scotland|northern ireland|great britain)$/i;

/** From areaServed: 'London', 'England and Wales'. undefined: a part of London, or not said. */
export function toReach(areaServed: string | undefined): Reach | undefined {
  const places = (areaServed ?? '').split(/,|\band\b/).map((place) => place.trim());
  const isWide = (place: string) => /^london$/i.test(place) || NATIONS.test(place);
  if (!places.filter(Boolean).every(isWide)) return undefined;
  if (places.some((place) => NATIONS.test(place))) return 'national';
  return places.some(isWide) ? 'london' : undefined;
}

/** Open to the whole borough or beyond; false: not said, or for one part of it. `borough`: in English. */
export function servesWidely(areaServed: string | undefined, borough: string): boolean {
  return toReach(areaServed) !== undefined || (areaServed ?? '').includes(borough);
}
