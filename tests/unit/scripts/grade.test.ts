import { describe, expect, test } from 'vitest';
import { type GradedQuery, grade, toFigures } from '../../../scripts/relevance/grade.ts';

const query: GradedQuery = {
  query: 'eviction',
  lang: 'en',
  grades: { adviser: 3, shelter: 2 },
  first: ['adviser'],
  never: ['landlord'],
};

describe('a graded search', () => {
  test('is perfect where the best come first and nothing else is shown', () => {
    expect(grade(query, ['adviser', 'shelter'])).toEqual({
      hasFirst: true,
      precision: 1,
      ndcg: 1,
      never: [],
    });
  });

  test('loses by what is shown besides, by order and by what must never be shown', () => {
    const { hasFirst, precision, ndcg, never } = grade(query, [
      'landlord',
      'swap-shop',
      'shelter',
      'adviser',
    ]);
    expect({ hasFirst, precision, never }).toEqual({
      hasFirst: false,
      precision: 0.5,
      never: ['landlord'],
    });
    // (3 / log2(4) + 7 / log2(5)) of (7 / log2(2) + 3 / log2(3))
    expect(ndcg).toBeCloseTo((3 / 2 + 7 / Math.log2(5)) / (7 + 3 / Math.log2(3)), 6);
  });

  test('is of the first page alone', () => {
    const page = Array.from({ length: 10 }, (_, i) => `other-${i}`);
    expect(grade(query, [...page, 'adviser', 'landlord'])).toMatchObject({ ndcg: 0, never: [] });
  });

  test('says nothing of what nobody graded', () => {
    const { hasFirst, precision, ndcg } = grade({ ...query, grades: {}, first: [] }, ['adviser']);
    expect([hasFirst, precision, ndcg]).toEqual([undefined, undefined, undefined]);
  });
});

test('figures are means over the searches that say something, and a count of what must never be', () => {
  const blank = grade({ ...query, grades: {}, first: [] }, ['landlord']);
  expect(toFigures([grade(query, ['adviser']), blank])).toMatchObject({
    queries: 2,
    first: 1,
    precision: 1,
    never: 1,
  });
});
