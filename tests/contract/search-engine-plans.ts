import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/search/plan/plan.ts';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { aListing } from '../support/directory/a-listing.ts';
import { anEngine, aPlan, someWords } from '../support/search/an-engine.ts';

const situation = 'told-to-leave';
const first = (...listings: string[]) =>
  listings.map((listing) => ({ listing, situation: undefined }));

/** What every engine must find and put in order of a plan that says more than words. */
export function describePlans(name: string, createEngine: SearcherParts['createEngine']): void {
  const engine = anEngine(
    [
      aListing('options', { needs: ['housing'], area: 'bow' }),
      aListing('adviser', { needs: ['legal-advice'] }),
      aListing('tenants', { needs: ['housing'], summary: 'For whoever rents a harbour flat' }),
      aListing('for-men', { needs: ['housing'], audiences: ['men'] }),
      aListing('harbour', { name: 'Harbour', needs: ['food'] }),
      aListing('pilot', { needs: ['food'], description: 'Near the harbour' }),
    ],
    createEngine,
  );
  const ask = async (parts: Partial<Plan>) => {
    const answer = await engine.answer(aPlan(parts));
    return { ...answer, ids: answer.found.map(({ id }) => id) };
  };
  const housing = { needs: ['housing'], needsAreCertain: true };

  describe(`${name}: what an editor puts first`, () => {
    test('stands first in the order given, once, though no word or need leads to it', async () => {
      const { ids, found, total } = await ask({
        ...housing,
        pinned: first('adviser', 'tenants'),
        // Or else whoever says "harbour" would come before what an editor put first.
        words: someWords('harbour'),
        isUrgent: true,
      });
      expect(ids.slice(0, 3)).toEqual(['harbour', 'adviser', 'tenants']);
      expect(found.slice(0, 3).map(({ tier }) => tier)).toEqual(['name', 'pinned', 'pinned']);
      expect(total).toBe(new Set(ids).size);
      expect(total).toBe(5);
    });

    test('is counted in facets, and on the pages it stands on', async () => {
      const plan = { ...housing, pinned: first('adviser'), limit: 2 };
      const pages = await Promise.all([0, 2, 4].map((offset) => ask({ ...plan, offset })));
      expect(pages.flatMap(({ ids }) => ids).toSorted()).toEqual([
        'adviser',
        'for-men',
        'options',
        'tenants',
      ]);
      expect(pages[2]?.facets.need).toEqual({ 'legal-advice': 1, housing: 3 });
    });

    test('does not show where a filter leaves it out', async () => {
      const { ids, total } = await ask({
        ...housing,
        pinned: first('adviser', 'options'),
        filters: { area: ['bow'] },
      });
      expect({ ids, total }).toEqual({ ids: ['options'], total: 1 });
    });

    test('has no place of its own by name or by distance', async () => {
      const plan = { ...housing, pinned: first('tenants', 'adviser') };
      const byName = await ask({ ...plan, sort: 'name' });
      expect(byName.ids).toEqual(['adviser', 'for-men', 'options', 'tenants']);
      expect(byName.found.every(({ tier }) => tier === 'need')).toBe(true);
    });

    test('may be a listing that is no longer there', async () => {
      const { ids } = await ask({ pinned: first('gone', 'adviser'), needsAreCertain: true });
      expect(ids).toEqual(['adviser']);
    });

    test('may come from a situation alone', async () => {
      const { ids } = await ask({
        pinned: [
          { listing: 'tenants', situation },
          { listing: 'options', situation },
        ],
        words: someWords('nothing like it'),
        needsAreCertain: true,
      });
      expect(ids).toEqual(['tenants', 'options']);
    });
  });

  describe(`${name}: a need that is understood`, () => {
    test('is not filled up with what has one of its words, but with what is about them', async () => {
      const understood = await ask({ ...housing, words: someWords('harbour') });
      expect(understood.ids).not.toContain('pilot');
      expect(understood.ids).toContain('harbour');
      expect(understood.total).toBe(4);
      const guessed = await ask({
        ...housing,
        needsAreCertain: false,
        words: someWords('harbour'),
      });
      expect(guessed.ids).toContain('pilot');
    });

    test('is not filled up with what holds some of its words', async () => {
      const words = someWords('harbour zebra');
      expect((await ask({ ...housing, words })).ids).not.toContain('harbour');
      expect((await ask({ words })).ids).toEqual(['harbour', 'tenants', 'pilot']);
    });
  });

  describe(`${name}: what sinks`, () => {
    test('is for the other sex, and still found', async () => {
      const { ids } = await ask({ ...housing, people: { sex: 'women', age: undefined } });
      expect(ids).toEqual(['options', 'tenants', 'for-men']);
    });

    test('is what is not wanted, by word or by need', async () => {
      const word = await ask({ ...housing, unwanted: someWords('options rents') });
      expect(word.ids[0]).toBe('for-men');
      expect(word.total).toBe(3);
      const need = await ask({
        needs: ['housing', 'food'],
        needsAreCertain: true,
        unwantedNeeds: ['food'],
        limit: 3,
      });
      expect(need.ids.toSorted()).toEqual(['for-men', 'options', 'tenants']);
    });
  });
}
