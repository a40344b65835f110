import { createProgress, type ProgressParts } from '../../../src/referral/follow-up/progress.ts';
import { aRouting } from './a-routing.ts';

/** What pages are told of the referrals in a store; a token's hash is 'hash-' and the token. */
export function aProgressOf(
  store: Awaited<ReturnType<ProgressParts['openStore']>>,
  clock: { now: number },
) {
  return createProgress({
    openStore: async () => store,
    routing: () => aRouting(),
    now: () => clock.now,
    hash: (token) => `hash-${token}`,
  });
}
