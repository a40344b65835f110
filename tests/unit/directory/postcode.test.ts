import { describe, expect, test } from 'vitest';
import { parsePostcode } from '../../../src/directory/postcode.ts';

describe('a postcode', () => {
  test.each([
    ['E1 4AA', 'E1 4AA', 'E1'],
    ['e14aa', 'E1 4AA', 'E1'],
    [' e 1 4 a a ', 'E1 4AA', 'E1'],
    ['E1-4AA', 'E1 4AA', 'E1'],
    ['E1.4AA.', 'E1 4AA', 'E1'],
    ['E14 3BQ', 'E14 3BQ', 'E14'],
    ['e1w2rl', 'E1W 2RL', 'E1W'],
    ['ec3n4ab', 'EC3N 4AB', 'EC3N'],
    ['SW1A 1AA', 'SW1A 1AA', 'SW1A'],
    ['M1 1AE', 'M1 1AE', 'M1'],
    ['E১ ৪AA', 'E1 4AA', 'E1'],
    ['Ｅ１ ４ＡＡ', 'E1 4AA', 'E1'],
  ])('"%s" is %s', (typed, postcode, district) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'full', postcode, district });
  });

  test.each([
    ['E3', 'E3'],
    ['e14', 'E14'],
    ['e1w', 'E1W'],
    ['ec2m', 'EC2M'],
  ])('"%s" is a district', (typed, district) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'district', district });
  });

  test.each([
    '',
    ' ',
    'E',
    '14',
    'Bow',
    'E1 4A',
    'E1 4CA',
    'E1 AAA',
    'E1 4AAA',
    '12345',
    'E3 5AB E3',
  ])('"%s" is neither', (typed) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'neither' });
  });
});
