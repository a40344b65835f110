import { expect, test } from 'vitest';
import { toReach } from '../../../src/directory/reach.ts';

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
