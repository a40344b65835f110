import type { SearchDocument } from '../definition/documents.ts';
import { type FacetName, facetNames } from '../port.ts';

/**
 * What ranking and counting read of every document, as numbers: at ten thousand listings, comparing words
 * would take longer than finding them. A document is its index in the list.
 */
export interface Columns {
  /** Facet values by id. */
  values: readonly { facet: FacetName; value: string }[];
  idOf(facet: FacetName, value: string): number | undefined;
  /** Ids of each document's values; its needs first, in its own order. */
  valueIds: readonly Uint16Array[];
  /** How many documents hold each value. */
  documentCounts: Uint32Array;
  /** By need value id: the documents that hold it. */
  documentsWith: readonly (readonly number[])[];
  freshness: Uint8Array;
  /** The rank of each document in the order of names. */
  nameOrder: Uint32Array;
}

export function createColumns(documents: readonly SearchDocument[]): Columns {
  const values: { facet: FacetName; value: string }[] = [];
  const ids = new Map<string, number>();
  const documentsWith: number[][] = [];
  const key = (facet: FacetName, value: string) => `${facet}:${value}`;
  const valueIds = documents.map(({ facets }, document) => {
    const own: number[] = [];
    for (const facet of facetNames) {
      for (const value of facets[facet]) {
        let id = ids.get(key(facet, value));
        if (id === undefined) {
          id = values.length;
          ids.set(key(facet, value), id);
          values.push({ facet, value });
          documentsWith.push([]);
        }
        own.push(id);
        documentsWith[id]?.push(document);
      }
    }
    return Uint16Array.from(own);
  });
  const nameOrder = new Uint32Array(documents.length);
  const byName = documents.map((_, document) => document);
  byName.sort((a, b) => compareText(nameOf(documents[a]), nameOf(documents[b])));
  for (const [rank, document] of byName.entries()) nameOrder[document] = rank;
  return {
    values,
    idOf: (facet, value) => ids.get(key(facet, value)),
    valueIds,
    documentCounts: Uint32Array.from(documentsWith, (some) => some.length),
    documentsWith,
    freshness: Uint8Array.from(documents, ({ freshness }) => freshness),
    nameOrder,
  };
}

function nameOf(document: SearchDocument | undefined): string {
  return document ? `${document.nameKey}\n${document.id}` : '';
}

// By code unit, as Meilisearch would; localeCompare differs from machine to machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
