import { BadFilter } from './filter.ts';
import { BadQuery } from './search.ts';

/** What Meilisearch says no with. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function toRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  const message = fault instanceof Error ? fault.message : 'internal';
  if (fault instanceof BadFilter) return new Refusal(400, 'invalid_search_filter', message);
  if (fault instanceof BadQuery) return new Refusal(400, fault.code, message);
  return new Refusal(500, 'internal', message);
}
