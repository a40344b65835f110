import { describe, expect, test } from 'vitest';
import type { SearcherParts } from '../../src/search/searcher.ts';
import { aListing } from '../support/directory/a-listing.ts';
import { aRequest, aSearcher, idsOf } from '../support/search/a-searcher.ts';

/** How every engine must find words, names and needs, asked through the planner as pages do. */
export function describeFinding(name: string, createEngine: SearcherParts['createEngine']): void {
  describe(`${name}: words`, () => {
    // Needs are left out of play (literal), so that only the words decide.
    const wordy = aSearcher(
      [
        aListing('a', { name: 'Quarterdeck Fellowship', summary: 'Xylophone repair' }),
        aListing('b', { name: 'Café Zephyr', summary: 'Hillwalking at 1234 Somewhere' }),
        aListing('c', { name: 'Tusk', summary: 'শিল্পকলা আড্ডা', needs: ['arts-culture'] }),
      ],
      createEngine,
    );
    const find = async (q: string) => idsOf(await wordy.search(aRequest({ q, literal: true })));

    test.each([
      ['as written', 'xylophone', ['a']],
      ['in capitals or without its accent', 'CAFE', ['b']],
      ['one letter out in a word of five to eight letters', 'zephir', ['b']],
      ['two neighbours swapped', 'zephry', ['b']],
      ['two letters out in a word of nine or more', 'xilophome', ['a']],
      ['unfinished', 'quarterd', ['a']],
      ['unfinished and one letter out', 'quartrdec', ['a']],
      ['in quotes', '"xylophone"', ['a']],
      ['with a minus before it', '-xylophone', ['a']],
      ['in Bengali', 'শিল্পকলা', ['c']],
      ['in Bengali with a joiner inside', 'শিল্প\u200dকলা', ['c']],
      ['with its apostrophe', "quarterdeck's", ['a']],
    ])('finds a word %s', async (_, q, ids) => {
      expect(await find(q)).toEqual(ids);
    });

    test.each([
      ['a short word with a letter wrong', 'turk'],
      ['a number with a figure wrong', '1235'],
      ['a wrong first letter', 'aephyr'],
    ])('does not find %s', async (_, q) => {
      expect(await find(q)).toEqual([]);
    });

    test('puts names before text, and whole names before parts of names', async () => {
      const other = aSearcher(
        [
          aListing('text', { name: 'Zed', summary: 'Quillwork quillwork quillwork' }),
          aListing('part', { name: 'Quillwork Guild of Friends and Makers' }),
          aListing('whole', { name: 'Quillwork' }),
        ],
        createEngine,
      );
      const response = await other.search(aRequest({ q: 'quillwork' }));
      expect(idsOf(response)).toEqual(['whole', 'part', 'text']);
      expect(response.hits.map((hit) => hit.why.by)).toEqual(['name', 'name', 'text']);
    });

    test('copes with more words than it uses, and with small words alone', async () => {
      const many = 'one two three four five six seven eight nine ten eleven xylophone';
      await expect(wordy.search(aRequest({ q: many }))).resolves.toBeDefined();
      await expect(wordy.search(aRequest({ q: 'the of and' }))).resolves.toBeDefined();
    });
  });

  describe(`${name}: needs`, () => {
    test('come after names and before text, the main need first', async () => {
      const other = aSearcher(
        [
          aListing('second-need', { needs: ['arts-culture', 'food'], summary: 'Z' }),
          aListing('main-need', { needs: ['food'], summary: 'Z' }),
          aListing('named', { name: 'Bow Foodbank', needs: ['food'] }),
          aListing('mentions', { needs: ['transport'], summary: 'A lift to the food bank' }),
        ],
        createEngine,
      );
      const response = await other.search(aRequest({ q: 'food bank' }));
      expect(idsOf(response)).toEqual(['named', 'main-need', 'second-need', 'mentions']);
      expect(response.hits.map((hit) => hit.why.by)).toEqual(['name', 'need', 'need', 'text']);
    });

    test('are not used when the visitor has undone them', async () => {
      const searcher = aSearcher([aListing('larder')], createEngine);
      const response = await searcher.search(aRequest({ q: 'food bank', literal: true }));
      expect(response.understood.needs).toEqual([]);
      expect(response.understood.suggestedNeeds).toContain('food');
      expect(response.hits.every((hit) => hit.why.by !== 'need')).toBe(true);
    });

    test('never show a paused or closed listing', async () => {
      const other = aSearcher(
        [
          aListing('open-pantry'),
          aListing('paused-pantry', { status: 'paused' }),
          aListing('closed-pantry', { status: 'closed' }),
        ],
        createEngine,
      );
      expect(idsOf(await other.search(aRequest({ q: 'pantry food' })))).toEqual(['open-pantry']);
    });
  });
}
