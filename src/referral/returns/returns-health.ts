import type { ReferralStore } from '../store/store-port.ts';

const MARKER = 'returns:read';

/** Notes that the mailbox that letters come back to was read to its end. */
export async function recordReturnsRead(
  store: Pick<ReferralStore, 'claimMarker'>,
  now: number,
): Promise<void> {
  await store.claimMarker(MARKER, String(now), now);
}

/** When it last was. */
export async function findReturnsReadAt(
  store: Pick<ReferralStore, 'findMarker'>,
): Promise<number | undefined> {
  return (await store.findMarker(MARKER))?.at;
}
