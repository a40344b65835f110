import { describe, expect, test } from 'vitest';
import { parsePlaces } from '../../../src/directory/places.ts';

const csv = [
  'postcode,latitude,longitude,ward',
  'E3 5AA,51.50,-0.02,Bow East',
  'E3 5AB,51.54,-0.04,Bow West',
  'E14 2DN,51.50854,0.00000,Blackwall & Cubitt Town',
].join('\n');

describe('places', () => {
  test('are found by postcode, one on the meridian included', () => {
    const places = readPlaces(csv);
    expect(places.findPlace('E14 2DN')).toEqual({
      postcode: 'E14 2DN',
      latitude: 51.50854,
      longitude: 0,
      ward: 'Blackwall & Cubitt Town',
    });
    expect(places.findPlace('E14 2DP')).toBeUndefined();
    expect(places.size).toBe(3);
  });

  test('have a centre for each district of the borough', () => {
    const centre = readPlaces(csv).findDistrict('E3');
    expect(centre?.latitude).toBeCloseTo(51.52);
    expect(centre?.longitude).toBeCloseTo(-0.03);
    expect(readPlaces(csv).findDistrict('E1')).toBeUndefined();
  });

  test('have a centre for each sector of the borough', () => {
    const places = readPlaces(`${csv}\nE14 3AA,51.49,-0.01,Island Gardens`);
    expect(places.findSector('E14 2')).toEqual({ latitude: 51.50854, longitude: 0 });
    expect(places.findSector('E14 3')).toEqual({ latitude: 51.49, longitude: -0.01 });
    expect(places.findSector('E1 4')).toBeUndefined();
  });

  test('may stand in a file with Windows line ends', () => {
    expect(readPlaces(csv.replaceAll('\n', '\r\n')).findPlace('E3 5AA')?.ward).toBe('Bow East');
  });

  test.each([
    'E3 5AA,51.5,-0.02',
    'E3 5AA,,-0.02,Bow',
    'E35AA,51.5,-0.02,Bow',
    'e3 5aa,51.5,-0.02,Bow',
    'E3 5AA,51.5,-0.02,Bow,extra',
    '',
  ])('do not take the line "%s", and name its number', (line) => {
    const parsed = parsePlaces(`${csv}\n${line}\nE3 5AD,51.5,-0.02,Bow`);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.line)).toEqual([5]);
  });
});

function readPlaces(text: string) {
  const parsed = parsePlaces(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.places;
}
