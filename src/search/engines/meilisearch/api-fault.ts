import type { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

/**
 * Faults of the client, told by their names: to compare with its classes would load all of it where search
 * runs within the site.
 */
export function isApiFault(fault: unknown): fault is MeilisearchApiError {
  return fault instanceof Error && fault.name === 'MeilisearchApiError';
}

/** No answer came. */
export function isRequestFault(fault: unknown): fault is MeilisearchRequestError {
  return fault instanceof Error && fault.name === 'MeilisearchRequestError';
}
