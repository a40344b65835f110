import type { ReferralCounts } from '../store/store-port.ts';

const MINUTE_MS = 60_000;

/** How many referrals are how far, a line each. Of nobody; the health report tells strangers none of it. */
export function describeCounts(
  counts: ReferralCounts,
  { now, returnsReadAt }: { now: number; returnsReadAt: number | undefined },
): string[] {
  const { oldestWaitingSince: oldest } = counts;
  const minutesAgo = (moment: number) =>
    `${Math.max(0, Math.floor((now - moment) / MINUTE_MS))} min`;
  const rows: [name: string, value: number | string][] = [
    ['accepted', counts.accepted],
    ['waiting', counts.pending + counts.sending],
    ['maybe sent', counts.maybeSent],
    ['needs a person', counts.needsHuman],
    ['handed over', counts.handedOver],
    ['of these, not confirmed, text kept', counts.unconfirmed],
    ['of these, never confirmed, text destroyed', counts.neverConfirmed],
    ['withdrawn', counts.withdrawn],
    ['oldest not handed over', oldest === undefined ? 'none' : minutesAgo(oldest)],
    ...(returnsReadAt === undefined
      ? []
      : ([['return mailbox read', `${minutesAgo(returnsReadAt)} ago`]] as [string, string][])),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `${name.padEnd(width)}${value}`);
}
