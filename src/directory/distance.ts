export interface Position {
  latitude: number;
  longitude: number;
}

// Mean Earth radius (IUGG); the error against an ellipsoid is under 0.5 %, a few metres in one borough.
const EARTH_RADIUS_METRES = 6_371_008.8;

/** Great-circle distance, rounded to a metre. */
export function distanceMetres(from: Position, to: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitudes = radians(to.latitude - from.latitude);
  const longitudes = radians(to.longitude - from.longitude);
  const a =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(longitudes / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a)));
}
