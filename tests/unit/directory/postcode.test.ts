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
    ['E1\u200b4AA', 'E1 4AA', 'E1'],
    ['\u202aE1 4A\u00adA\ufeff', 'E1 4AA', 'E1'],
    ['E1\u00a04AA', 'E1 4AA', 'E1'],
    ['(E1, 4AA)', 'E1 4AA', 'E1'],
  ])('"%s" is %s', (typed, postcode, district) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'full', postcode, district });
  });

  test.each([
    ['my postcode is e1 4aa', 'E1 4AA'],
    ['Flat 3, 12 Test Road, London E1 4AA.', 'E1 4AA'],
    ['E14 3BQ (Isle of Dogs)', 'E14 3BQ'],
    ['E1 4AA, E1 4AA', 'E1 4AA'],
    ['E3 5AB E3', 'E3 5AB'],
    ['আমার পোস্টকোড E১ ৪AA', 'E1 4AA'],
  ])('is found among words: "%s"', (typed, postcode) => {
    expect(parsePostcode(typed)).toMatchObject({ kind: 'full', postcode });
  });

  test.each([
    ['E1 OAA', 'E1 0AA'],
    ['e1 oaa', 'E1 0AA'],
    ['EI 4AA', 'E1 4AA'],
    ['el 4aa', 'E1 4AA'],
    ['E1 4A1', 'E1 4AL'],
    ['E1 4AI', 'E1 4AL'],
    ['EI4 3BQ', 'E14 3BQ'],
    ['E1O 5AA', 'E10 5AA'],
    ['lG1 1AA', 'IG1 1AA'],
    ['SEl 1AA', 'SE1 1AA'],
  ])('with a letter for a figure is mended: "%s" is %s', (typed, postcode) => {
    expect(parsePostcode(typed)).toMatchObject({ kind: 'full', postcode, mended: true });
  });

  test.each([
    // SL0 is Slough, S10 is Sheffield.
    ['stands for two with its letter as typed', 'SLO 9AA'],
    ['has no figure that was typed', 'el laa'],
    ['may have lost a figure: E14 ?AA', 'E14 AA'],
    ['may have one too many, or a space in the wrong place', 'E1 44AA'],
    ['may have lost its first figure, and one doubled', 'E 99PX'],
    ['has E and 1 in each other’s place', '1E4 1LA'],
    ['is one of two', 'E1 4AA or E3 5AB'],
    ['is of no area of the country', 'EO1 4AA'],
    ['stands among words with a letter for a figure', 'flat 2 block i1 1ab'],
  ])('is asked for again where it %s: "%s"', (_why, typed) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'neither' });
  });

  test.each([
    ['E1 4', 'E1 4', 'E1'],
    ['e1  4', 'E1 4', 'E1'],
    ['E1-4', 'E1 4', 'E1'],
    ['E14 3', 'E14 3', 'E14'],
    ['E143', 'E14 3', 'E14'],
    ['E1 4A', 'E1 4', 'E1'],
    ['E1W 2', 'E1W 2', 'E1W'],
    ['El 4', 'E1 4', 'E1'],
  ])('"%s" is the sector %s, and no district', (typed, sector, district) => {
    expect(parsePostcode(typed)).toMatchObject({ kind: 'sector', sector, district });
  });

  test.each([
    ['E3', 'E3'],
    ['e14', 'E14'],
    ['E 14', 'E14'],
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
    'E 1 4',
    'Ilford',
    'o2',
    'E1 4CA',
    'E1 AAA',
    'E1 4AAA',
    '12345',
  ])('"%s" is neither', (typed) => {
    expect(parsePostcode(typed)).toEqual({ kind: 'neither' });
  });
});
