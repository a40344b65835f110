/** How far beyond the borough a listing's users live. */
export type Reach = 'london' | 'national';

const NATIONS = /^(uk|united kingdom|england|wales|scotland|northern ireland|great britain)$/i;

/** From areaServed: 'London', 'England and Wales'. undefined: a part of London, or not said. */
export function toReach(areaServed: string | undefined): Reach | undefined {
  const areas = (areaServed ?? '').split(/,|\band\b/).map((area) => area.trim());
  const isWide = (area: string) => /^london$/i.test(area) || NATIONS.test(area);
  if (!areas.filter(Boolean).every(isWide)) return undefined;
  if (areas.some((area) => NATIONS.test(area))) return 'national';
  return areas.some(isWide) ? 'london' : undefined;
}

/** Open to the whole borough or beyond; false: not said, or for one part of it. `borough`: in English. */
export function servesWidely(areaServed: string | undefined, borough: string): boolean {
  return toReach(areaServed) !== undefined || (areaServed ?? '').includes(borough);
}
