import type { Position } from './distance.ts';
import { parsePostcode } from './postcode.ts';

/** A postcode in the borough: the centre of its delivery points, not a door. WGS 84. */
export interface Place {
  postcode: string;
  latitude: number;
  longitude: number;
  ward: string;
}

/** Where the borough's live postcodes lie (content/places/). */
export interface Places {
  /** `postcode` in canonical form (see parsePostcode): 'E1 4AA'. */
  findPlace(postcode: string): Place | undefined;
  /** Centre of all the borough's postcodes in a district such as 'E3'; undefined: none of ours. */
  findDistrict(district: string): Position | undefined;
  /** As findDistrict, in a sector such as 'E3 5'. */
  findSector(sector: string): Position | undefined;
  readonly size: number;
}

/** Why a line of content/places/postcodes.csv cannot be read; `line` counts from 1. */
export interface PlacesFault {
  line: number;
  message: string;
}

export type PlacesParse = { ok: true; places: Places } | { ok: false; faults: PlacesFault[] };

/** Reads content/places/postcodes.csv: `postcode,latitude,longitude,ward` below a header line. */
export function parsePlaces(csv: string): PlacesParse {
  const places = new Map<string, Place>();
  const districts = new Map<string, Place[]>();
  const sectors = new Map<string, Place[]>();
  const faults: PlacesFault[] = [];
  for (const [index, text] of csv.trimEnd().split('\n').entries()) {
    if (index === 0) continue;
    const place = parseLine(text.trimEnd());
    if (!place) {
      const message = `found '${text.trimEnd()}'; a line is postcode,latitude,longitude,ward, such as E1 4AA,51.52125,-0.04655,Bethnal Green East.`;
      faults.push({ line: index + 1, message });
      continue;
    }
    places.set(place.postcode, place);
    addTo(districts, place.postcode.slice(0, place.postcode.indexOf(' ')), place);
    addTo(sectors, place.postcode.slice(0, -2), place);
  }
  if (places.size === 0 && faults.length === 0) {
    faults.push({ line: 1, message: 'there is no postcode below the header line.' });
  }
  if (faults.length > 0) return { ok: false, faults };
  const districtCentres = toCentres(districts);
  const sectorCentres = toCentres(sectors);
  return {
    ok: true,
    places: {
      findPlace: (postcode) => places.get(postcode),
      findDistrict: (district) => districtCentres.get(district),
      findSector: (sector) => sectorCentres.get(sector),
      size: places.size,
    },
  };
}

function addTo(groups: Map<string, Place[]>, name: string, place: Place): void {
  const members = groups.get(name);
  if (members) members.push(place);
  else groups.set(name, [place]);
}

function toCentres(groups: ReadonlyMap<string, readonly Place[]>): Map<string, Position> {
  return new Map([...groups].map(([name, members]) => [name, centreOf(members)]));
}

function parseLine(line: string): Place | undefined {
  const [postcode = '', latitude = '', longitude = '', ward = '', ...rest] = line.split(',');
  const parsed = parsePostcode(postcode);
  // Number('') is 0, and 0 is a longitude of ours: the meridian crosses the borough.
  const hasPosition = [latitude, longitude].every((text) => /^-?\d+\.\d+$/.test(text));
  if (parsed.kind !== 'full' || parsed.postcode !== postcode) return undefined;
  if (!hasPosition || !ward || rest.length > 0) return undefined;
  return { postcode, latitude: Number(latitude), longitude: Number(longitude), ward };
}

function centreOf(places: readonly Position[]): Position {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(places.map((place) => place.latitude)),
    longitude: mean(places.map((place) => place.longitude)),
  };
}
