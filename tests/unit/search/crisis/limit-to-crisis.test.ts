import { describe, expect, test } from 'vitest';
import { limitToCrisis } from '../../../../src/search/crisis/limit-to-crisis.ts';

const first = (...listings: string[]) =>
  listings.map((listing) => ({ listing, because: { en: 'x', bn: 'x', so: 'x' } }));
const known = {
  situations: [
    {
      slug: 'thinking-of-suicide',
      crisis: 'suicide' as const,
      first: first('listeners', 'nurses'),
    },
    { slug: 'self-harm', crisis: 'suicide' as const, first: first('nurses', 'young-minds') },
    { slug: 'hurt-by-partner', crisis: 'danger' as const, first: first('refuge') },
    { slug: 'sexual-assault', crisis: undefined, first: first('clinic') },
  ].map(({ crisis, ...rest }) => (crisis ? { ...rest, crisis } : rest)),
  subjects: [
    { name: 'self-harm', situations: ['self-harm'] },
    { name: 'sexual-violence', situations: ['sexual-assault'] },
  ],
};

describe('what is listed below urgent help', () => {
  test('is what the situations of the crisis name first, each once', () => {
    const limit = limitToCrisis({ kinds: ['suicide'], subjects: [] }, known);
    expect(limit).toMatchObject({
      situations: ['thinking-of-suicide', 'self-harm'],
      plan: {
        needs: ['mental-wellbeing'],
        first: [
          { listing: 'listeners', situation: 'thinking-of-suicide' },
          { listing: 'nurses', situation: 'thinking-of-suicide' },
          { listing: 'young-minds', situation: 'self-harm' },
        ],
      },
    });
  });

  test('is met neither by name nor by words', () => {
    const limit = limitToCrisis({ kinds: ['danger'], subjects: [] }, known);
    expect(limit).toMatchObject({ plan: { words: [], named: [], needs: ['domestic-abuse'] } });
  });

  test('is for the subject where one was understood', () => {
    const limit = limitToCrisis({ kinds: ['danger'], subjects: ['sexual-violence'] }, known);
    expect(limit).toMatchObject({
      situations: ['sexual-assault'],
      plan: { first: [{ listing: 'clinic' }] },
    });
  });

  test('is nothing where an ambulance is what helps', () => {
    expect(limitToCrisis({ kinds: ['emergency'], subjects: [] }, known)).toEqual({
      listings: 'none',
    });
  });

  test('is what helps afterwards where an emergency is more than that', () => {
    const limit = limitToCrisis(
      { kinds: ['emergency', 'danger'], subjects: ['strangulation'] },
      known,
    );
    expect(limit).toMatchObject({ situations: ['hurt-by-partner'] });
  });
});
