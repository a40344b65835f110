import { describe, expect, test } from 'vitest';
import type { SearchHit, SearchResponse } from '../../../../src/search/port.ts';
import { splitResults } from '../../../../src/search/results/start-here.ts';

const food = (...ids: string[]) => ids.map((id) => aHit(id, 'no-food'));
const debt = (...ids: string[]) => ids.map((id) => aHit(id, 'bailiffs'));

describe('what stands above the list of results', () => {
  test('is the first listings of the situation understood, which the list does not repeat', () => {
    const { blocks, rest } = splitResults(
      aResponse([...food('a', 'b'), aHit('c')], { situations: ['no-food'] }),
      true,
    );

    expect(blocks.map(idsOf)).toEqual([['no-food', 'a', 'b']]);
    expect(rest.map(({ id }) => id)).toEqual(['c']);
  });

  test('is at most six cards, shared by two situations; the list has the others', () => {
    const { blocks, rest } = splitResults(
      aResponse([...food('a', 'b', 'c', 'd', 'e'), ...debt('f', 'g', 'h', 'i', 'j')], {
        situations: ['no-food', 'bailiffs'],
      }),
      true,
    );

    expect(blocks.map(idsOf)).toEqual([
      ['no-food', 'a', 'b', 'c'],
      ['bailiffs', 'f', 'g', 'h'],
    ]);
    expect(rest.map(({ id }) => id)).toEqual(['d', 'e', 'i', 'j']);
  });

  test('lets one situation have the places that the other does not need', () => {
    const { blocks } = splitResults(
      aResponse([...food('a'), ...debt('f', 'g', 'h', 'i', 'j', 'k')], {
        situations: ['no-food', 'bailiffs'],
      }),
      true,
    );

    expect(blocks.map(({ hits }) => hits.length)).toEqual([1, 5]);
  });

  test('is nothing on page 2, nor in an order that the visitor chose', () => {
    const hits = food('a', 'b');
    const later = splitResults(aResponse(hits, { situations: ['no-food'], page: 2 }), true);
    const byName = splitResults(aResponse(hits, { situations: ['no-food'] }), false);

    expect(later).toEqual({ blocks: [], suggested: [], rest: hits });
    expect(byName).toEqual({ blocks: [], suggested: ['no-food'], rest: hits });
  });
});

describe('situations that are offered', () => {
  test('are at most three', () => {
    const suggestedSituations = ['a', 'b', 'c', 'd'];

    expect(splitResults(aResponse([], { suggestedSituations }), true).suggested).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('begin with one that was understood, but whose listings the filters left out', () => {
    const response = aResponse([aHit('c')], {
      situations: ['no-food'],
      suggestedSituations: ['bailiffs'],
    });

    expect(splitResults(response, true).suggested).toEqual(['no-food', 'bailiffs']);
  });
});

function idsOf({ situation, hits }: { situation: string; hits: SearchHit[] }): string[] {
  return [situation, ...hits.map(({ id }) => id)];
}

function aHit(id: string, situation?: string): SearchHit {
  return {
    id,
    name: [],
    summary: [],
    ...(situation
      ? { why: { by: 'situation', situation } as const, situation }
      : { why: { by: 'browse' } as const }),
  };
}

function aResponse(
  hits: SearchHit[],
  { page = 1, ...understood }: Partial<SearchResponse['understood']> & { page?: number },
): SearchResponse {
  return {
    hits,
    total: hits.length,
    page,
    perPage: 10,
    facets: { need: {}, who: {}, cost: {}, language: {}, area: {}, way: {}, day: {} },
    understood: {
      situations: [],
      suggestedSituations: [],
      needs: [],
      suggestedNeeds: [],
      filters: {},
      crisis: undefined,
      near: undefined,
      outside: undefined,
      hasTime: false,
      ...understood,
    },
    engine: 'embedded',
    degraded: false,
    tookMs: 1,
  };
}
