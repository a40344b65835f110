import { describe, expect, test } from 'vitest';
import { interleave } from '../../../../src/search/ranking/interleave.ts';

/** 'a1': for the first need; 'b1': for the second; anything else takes no turns. */
const needOf = (item: string) => ['a', 'b'].indexOf(item[0] ?? '');
const mix = (items: string) => interleave(items.split(' '), needOf).join(' ');

describe('listings for two needs', () => {
  test('are at most two in a row for the same one', () => {
    expect(mix('a1 a2 a3 a4 b1 b2 b3')).toBe('a1 a2 b1 a3 a4 b2 b3');
  });

  test('keep their order where neither crowds out the other', () => {
    expect(mix('b1 a1 b2 a2')).toBe('b1 a1 b2 a2');
  });

  test('go on with the one that is left', () => {
    expect(mix('a1 b1 a2 a3 a4 a5')).toBe('a1 b1 a2 a3 a4 a5');
  });

  test('leave those that take no turns where they are', () => {
    expect(mix('named a1 a2 a3 b1 text')).toBe('named a1 a2 b1 a3 text');
  });
});
