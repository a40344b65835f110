import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/i18n/edit-distance.ts';
import { createRandom } from '../../support/days/a-random.ts';

describe('the distance between words', () => {
  test.each([
    ['walk', 'walk', 0],
    ['walk', 'talk', 1],
    ['walk', 'walks', 1],
    ['walk', 'wlak', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to, 3)).toBe(distance);
    expect(editDistance(to, from, 3)).toBe(distance);
  });

  test('agrees with a plain calculation for any words', () => {
    for (const [from, to] of wordPairs(500)) {
      const plain = plainDistance(from, to);
      expect(editDistance(from, to, 9), `${from} ${to}`).toBe(plain);
      expect(Math.min(editDistance(from, to, 1), 2)).toBe(Math.min(plain, 2));
    }
  });

  test('to the beginning of a longer word may be asked for', () => {
    expect(editDistance('volentee', 'volunteering', 2, true)).toBe(1);
    expect(editDistance('volentee', 'volunteering', 2)).toBe(3);
  });

  test('of long texts is told too', () => {
    const slug = 'a-group-for-people-who-look-after-somebody-and-want-an-hour-to-themselves';
    expect(editDistance(slug, slug.replace('hour', 'huor'), 20)).toBe(1);
    expect(editDistance('a', slug, 3)).toBeGreaterThan(3);
  });
});

function wordPairs(count: number): [string, string][] {
  const next = createRandom(7);
  const word = () => Array.from({ length: next(7) }, () => 'abc'[next(3)]).join('');
  return Array.from({ length: count }, () => [word(), word()]);
}

/** Optimal string alignment, straight from its definition. */
function plainDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    plainDistance(a.slice(0, -1), b) + 1,
    plainDistance(a, b.slice(0, -1)) + 1,
    plainDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}
