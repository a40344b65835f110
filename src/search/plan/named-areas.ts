import type { Position } from '../../directory/distance.ts';
import type { Label } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import { editDistance } from '../../i18n/edit-distance.ts';
import { toPhrases } from '../words/phrase-table.ts';
import type { Tokeniser } from '../words/tokeniser.ts';

/** A neighbourhood, and its middle. */
export interface NamedArea {
  /** As content/lists/areas.yaml calls it. */
  area: Label;
  position: Position;
}

/** What a place is called, however much stands around it: "Whitechapel station" is Whitechapel. */
export interface NamedAreas {
  findNamedArea(typed: string): NamedArea | undefined;
}

interface NamedAreasParts {
  areas: readonly { slug: string; label: Label }[];
  /** By area: what people call it and what is in it. Words for no area are left out. */
  names: Readonly<Record<string, readonly string[]>>;
  listings: readonly Pick<PublicListing, 'area' | 'position'>[];
  tokeniser: Tokeniser;
}

/** The middle of a neighbourhood is the mean of its listings' places: content has no map of it. */
export function createNamedAreas(parts: NamedAreasParts): NamedAreas {
  const { tokeniser } = parts;
  const names = parts.areas
    .flatMap(({ slug, label }) => {
      const positions = parts.listings.flatMap(({ area, position }) =>
        area === slug && position ? [position] : [],
      );
      if (positions.length === 0) return [];
      const area: NamedArea = { area: label, position: meanOf(positions) };
      return toPhrases([...Object.values(label), ...(parts.names[slug] ?? [])], area, tokeniser);
    })
    .map(({ words, value }) => ({ text: words.join(' '), area: value }))
    // "Bethnal Green Road" is not "Green Road".
    .sort((a, b) => b.text.length - a.text.length);

  return {
    findNamedArea(typed) {
      const text = tokeniser.words(typed).join(' ');
      const name =
        names.find((each) => ` ${text} `.includes(` ${each.text} `)) ??
        names.find((each) => isSlip(text, each.text));
      return name?.area;
    },
  };
}

// Short names are a letter away from too many words: "bow" and "how".
const SHORTEST_CORRECTED = 5;

function isSlip(typed: string, name: string): boolean {
  return name.length >= SHORTEST_CORRECTED && editDistance(typed, name, 1) <= 1;
}

function meanOf(positions: readonly Position[]): Position {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(positions.map(({ latitude }) => latitude)),
    longitude: mean(positions.map(({ longitude }) => longitude)),
  };
}
