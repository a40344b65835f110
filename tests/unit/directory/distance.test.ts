import { describe, expect, test } from 'vitest';
import { distanceMetres } from '../../../src/directory/distance.ts';

const townHall = { latitude: 51.5184, longitude: -0.0601 };

describe('distance', () => {
  test('to itself is nothing', () => {
    expect(distanceMetres(townHall, townHall)).toBe(0);
  });

  test('is the same both ways', () => {
    const other = { latitude: 51.5, longitude: 0.0039 };
    expect(distanceMetres(townHall, other)).toBe(distanceMetres(other, townHall));
  });

  test('a minute of latitude is a nautical mile, within half a per cent', () => {
    const metres = distanceMetres(townHall, { ...townHall, latitude: townHall.latitude + 1 / 60 });
    expect(Math.abs(metres - 1852)).toBeLessThan(1852 * 0.005);
  });

  test('crosses the meridian', () => {
    const west = { latitude: 51.5, longitude: -0.001 };
    const east = { latitude: 51.5, longitude: 0.001 };
    expect(distanceMetres(west, east)).toBe(138);
  });
});
