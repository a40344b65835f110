import { isApiFault, isRequestFault } from './api-fault.ts';

const reasons = [
  'unreachable',
  'too-slow',
  'busy',
  'refused-key',
  'key-may-write',
  'no-index',
  'refused-question',
  'broken',
  'unreadable-reply',
  'other-definition',
] as const;
type Reason = (typeof reasons)[number];

/**
 * Meilisearch gave no answer that can be used: ask another engine. Carries no message of its own, as
 * Meilisearch's quote the words that were searched for.
 */
export class EngineUnavailableFault extends Error {
  override name = 'EngineUnavailableFault';
  readonly reason: Reason;
  /** As the server asked: not to be bothered for so long. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: Reason, retryAfterMs?: number) {
    super(`Meilisearch cannot be used: ${reason}.`);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Any fault of a request, by what is wrong with the server. `isTimeUp`: our own limit ended it. */
export function toUnavailable(fault: unknown, isTimeUp: boolean): EngineUnavailableFault {
  if (fault instanceof EngineUnavailableFault) return fault;
  if (isTimeUp) return new EngineUnavailableFault('too-slow');
  if (isApiFault(fault)) {
    const { status, headers } = fault.response;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return new EngineUnavailableFault(
      toReason(status, fault.cause?.code),
      Number.isFinite(seconds) ? seconds * 1_000 : undefined,
    );
  }
  if (isRequestFault(fault)) return new EngineUnavailableFault('unreachable');
  // What is left is text that is no JSON: a proxy's page, or a reply that was cut off.
  return new EngineUnavailableFault('unreadable-reply');
}

function toReason(status: number, code: string | undefined): Reason {
  if (code === 'index_not_found') return 'no-index';
  if (status === 401 || status === 403) return 'refused-key';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'broken' : 'refused-question';
}
