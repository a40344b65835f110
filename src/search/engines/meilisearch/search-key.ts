import type { Meilisearch } from 'meilisearch';
import { isApiFault } from './api-fault.ts';
import { EngineUnavailableFault, toUnavailable } from './fault.ts';

/** Rejects with an EngineUnavailableFault if the key may do more than search, or nobody can say. */
export type KeyCheck = (signal: AbortSignal) => Promise<void>;

/**
 * Whether a key may only search, seen by asking for what such a key is refused: the list of indexes.
 * Catches the master key, Meilisearch's own admin keys and the one of `npm run index`. What a key may do
 * never changes, so a key that passed is not asked about again.
 */
export function createKeyCheck(client: Pick<Meilisearch, 'httpRequest'>): KeyCheck {
  let isChecked = false;
  return async (signal) => {
    if (isChecked) return;
    try {
      await client.httpRequest.get({
        path: 'indexes',
        params: { limit: 1 },
        extraRequestInit: { signal },
      });
    } catch (fault) {
      if (isRefusal(fault)) {
        isChecked = true;
        return;
      }
      throw toUnavailable(fault, signal.aborted);
    }
    throw new EngineUnavailableFault('key-may-write');
  };
}

// A key that is not known at all is refused in the same words; then the search itself fails.
function isRefusal(fault: unknown): boolean {
  return (
    isApiFault(fault) && fault.response.status === 403 && fault.cause?.code === 'invalid_api_key'
  );
}
