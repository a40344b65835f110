import type { PublicListing } from '../../src/directory/public-listing.ts';

const syllables = 'ba den fol gri har kel lam mor nes pol ris sto tav ul wen yor'.split(' ');

/**
 * `count` listings out of the real ones: each copy belongs to an invented town and carries an invented
 * word, so that names, words and their number grow as in a larger directory. The same every time.
 */
export function generateListings(real: readonly PublicListing[], count: number): PublicListing[] {
  const chance = createChance(7);
  const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T;
  const invent = () => pick(syllables) + pick(syllables) + pick(syllables);
  return Array.from({ length: count }, (_, index) => {
    const original = real[index % real.length] as PublicListing;
    if (index < real.length) return original;
    const town = invent();
    return {
      ...original,
      slug: `${original.slug}-${index}`,
      name: `${town[0]?.toUpperCase()}${town.slice(1)} ${original.name}`,
      description: `${original.description} ${invent()} ${invent()}`,
    };
  });
}

// mulberry32: chance that can be repeated.
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
