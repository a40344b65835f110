import type { Page } from '../entities/page.ts';

/** One page of a list, in the envelope of the standard. One after the last is empty. */
export function toPage<T>(all: readonly T[], page: number, perPage: number): Page<T> {
  const totalPages = Math.ceil(all.length / perPage);
  const contents = all.slice((page - 1) * perPage, page * perPage);
  return {
    total_items: all.length,
    total_pages: totalPages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= totalPages,
    empty: contents.length === 0,
    contents,
  };
}
