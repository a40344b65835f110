import { expect, test } from 'vitest';
import { servesWidely, toReach } from '../../../src/directory/reach.ts';

test.each([
  ['London', 'london'],
  ['UK', 'national'],
  ['England, Wales and Northern Ireland', 'national'],
  ['London and England', 'national'],
  ['East London', undefined],
  ['Bow and London', undefined],
  ['Tower Hamlets', undefined],
  [undefined, undefined],
] as const)('help for %s reaches: %s', (areaServed, reach) => {
  expect(toReach(areaServed)).toBe(reach);
});

test.each([
  ['Testham', true],
  ['Testham and Hackney', true],
  ['London', true],
  ['England', true],
  ['Bow', false],
  [undefined, false],
] as const)('help for %s is open to all of Testham: %s', (areaServed, isWide) => {
  expect(servesWidely(areaServed, 'Testham')).toBe(isWide);
});
