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
  findDistrict(district: string): { latitude: number; longitude: number } | undefined;
  readonly size: number;
}

/**
 * Reads content/places/postcodes.csv: `postcode,latitude,longitude,ward` with a header line.
 * Throws on a line that is not of that form, naming its number.
 */
export function parsePlaces(csv: string): Places {
  const places = new Map<string, Place>();
  const districts = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const [index, line] of csv.trimEnd().split('\n').entries()) {
    if (index === 0) continue;
    const place = parseLine(line, index + 1);
    places.set(place.postcode, place);
    const district = place.postcode.slice(0, place.postcode.indexOf(' '));
    const sum = districts.get(district) ?? { latitude: 0, longitude: 0, count: 0 };
    sum.latitude += place.latitude;
    sum.longitude += place.longitude;
    sum.count += 1;
    districts.set(district, sum);
  }
  return {
    findPlace: (postcode) => places.get(postcode),
    findDistrict: (district) => {
      const sum = districts.get(district);
      return sum && { latitude: sum.latitude / sum.count, longitude: sum.longitude / sum.count };
    },
    size: places.size,
  };
}

function parseLine(line: string, number: number): Place {
  const [postcode, latitude, longitude, ward] = line.split(',');
  const place = {
    postcode: postcode ?? '',
    latitude: Number(latitude),
    longitude: Number(longitude),
    ward: ward ?? '',
  };
  // Number('') is 0, and 0 is a longitude of ours: the meridian crosses the borough.
  const isPosition = [latitude, longitude].every((text) => text && Number.isFinite(Number(text)));
  if (!place.postcode.includes(' ') || !isPosition || !place.ward) {
    throw new Error(
      `content/places/postcodes.csv, line ${number}: expected postcode,latitude,longitude,ward. Correct the line and run npm run content:check.`,
    );
  }
  return place;
}
