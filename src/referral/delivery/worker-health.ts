import { type AlertName, findOpenAlerts } from '../follow-up/alerts.ts';
import type { ReferralStore } from '../store/store-port.ts';

const MARKER = 'worker';
// Six beats missed.
const SILENT_MS = 90_000;

/** The sign of life of whichever worker runs. */
export async function recordHeartbeat(
  store: Pick<ReferralStore, 'claimMarker'>,
  now: number,
): Promise<void> {
  await store.claimMarker(MARKER, String(now), now);
}

/** What an operator should look into: alerts that are not resolved, and a worker that is not there. */
export async function findWorkerAlerts(
  store: Pick<ReferralStore, 'findMarker'>,
  now: number,
): Promise<(AlertName | 'worker-silent')[]> {
  const last = await store.findMarker(MARKER);
  // A clock that was set back does not make it silent; one that was set ahead does until the next beat.
  const silent = !last || now - last.at > SILENT_MS;
  return [...(silent ? (['worker-silent'] as const) : []), ...(await findOpenAlerts(store))];
}
