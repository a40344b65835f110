import type { ReferralStore } from '../store/store-port.ts';

const MARKER = 'backed-up-at';

/** When the store was last copied whole, in milliseconds since 1970; `undefined`: never. */
export async function findBackedUpAt(
  store: Pick<ReferralStore, 'findMarker'>,
): Promise<number | undefined> {
  return (await store.findMarker(MARKER))?.at;
}

export async function noteBackedUp(
  store: Pick<ReferralStore, 'claimMarker'>,
  at: number,
): Promise<void> {
  await store.claimMarker(MARKER, new Date(at).toISOString(), at);
}
