import type { Log } from '../../platform/log.ts';
import type { QueueLetter } from '../letters/queue-letter.ts';
import { renderAlert } from '../letters/staff-notices.ts';
import type { ReferralStore } from '../store/store-port.ts';

/** What an operator hears of once, until it is over, and the reason it is given in words by. */
const alertReasons = {
  'mail-login': 'login',
  'mail-tls': 'tls',
  'mail-sender-refused': 'sender-refused',
  'mail-unreachable': 'unreachable',
  'mail-no-greeting': 'unreachable',
  'mail-busy': 'unreachable',
  'account-refused': 'account-refused',
  'letters-waiting': 'waiting',
  'undelivered-for-long': 'waiting',
  'not-confirmed': 'not-confirmed',
  'counts-differ': 'counts-differ',
  'worker-failed': 'worker-failed',
  'disk-full': 'disk-full',
  'restored-undecided': 'restored-undecided',
  'routing-refused': 'routing-refused',
  'return-mailbox': 'return-mailbox',
  'many-requests': 'many-requests',
} as const;

export type AlertName = keyof typeof alertReasons;

const names = Object.keys(alertReasons) as AlertName[];

// Letters wait for a server that is only away; an alert follows once they have waited for long.
const notUrgent: readonly AlertName[] = ['mail-unreachable', 'mail-no-greeting', 'mail-busy'];

export interface Alerts {
  /** Queues an alert when it begins; while it lasts, nothing. */
  raise(name: AlertName, references?: readonly string[]): Promise<void>;
  resolve(name: AlertName): Promise<void>;
  /** Ends all that was wrong with the mail server. */
  resolveMail(): Promise<void>;
}

export function createAlerts(about: {
  store: Pick<ReferralStore, 'findMarker' | 'claimMarker'>;
  queueLetter: QueueLetter;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  now: () => number;
}): Alerts {
  const { store, log } = about;
  const isOpen = async (name: AlertName) =>
    (await store.findMarker(markerOf(name)))?.value === OPEN;
  const resolve = async (name: AlertName) => {
    if (!(await isOpen(name))) return;
    await store.claimMarker(markerOf(name), 'over', about.now());
    log.info('trouble.ended', { trouble: name });
  };
  return {
    async raise(name, references = []) {
      if (await isOpen(name)) return;
      const now = about.now();
      log[isUrgent(name) ? 'error' : 'warn']('trouble.began', {
        trouble: name,
        count: references.length,
      });
      // Queued before it is noted: a crash between the two alerts twice rather than never.
      if (isUrgent(name)) {
        await about.queueLetter({
          id: alertId(name, now),
          kind: 'alert',
          referralSequence: null,
          destination: { to: 'operator' },
          ...renderAlert({
            at: new Date(now),
            causes: [{ reason: alertReasons[name], references }],
          }),
        });
      }
      await store.claimMarker(markerOf(name), OPEN, now);
    },
    resolve,
    async resolveMail() {
      for (const name of names.filter((each) => each.startsWith('mail-'))) await resolve(name);
    },
  };
}

/** Those that are not resolved. */
export async function findOpenAlerts(
  store: Pick<ReferralStore, 'findMarker'>,
): Promise<AlertName[]> {
  const found: AlertName[] = [];
  for (const name of names) {
    if ((await store.findMarker(markerOf(name)))?.value === OPEN) found.push(name);
  }
  return found;
}

/** Since when the mail server has refused TLS or our login; `undefined`: it does not. */
export async function findMailRefusedSince(
  store: Pick<ReferralStore, 'findMarker'>,
): Promise<number | undefined> {
  const markers = await Promise.all(
    (['mail-tls', 'mail-login'] as const).map((name) => store.findMarker(markerOf(name))),
  );
  const since = markers.filter((marker) => marker?.value === OPEN).map((marker) => marker?.at ?? 0);
  return since.length > 0 ? Math.min(...since) : undefined;
}

/** Whether it is told of as soon as it begins. */
export function isUrgent(name: AlertName): boolean {
  return !notUrgent.includes(name);
}

/** The alert that a letter of this id tells of; `undefined`: another letter. */
export function findAlertOf(letterId: string): AlertName | undefined {
  return names.find((name) => new RegExp(`^${alertId(name, '\\d+')}$`).test(letterId));
}

/** Whether what was told of at that moment was resolved since. */
export async function isOverSince(
  store: Pick<ReferralStore, 'findMarker'>,
  name: AlertName,
  raisedAt: number,
): Promise<boolean> {
  const marker = await store.findMarker(markerOf(name));
  // Older: of a time before, as the alert is queued before it is noted.
  return marker !== undefined && marker.value !== OPEN && marker.at > raisedAt;
}

const OPEN = 'open';

function alertId(name: AlertName, at: number | string): string {
  return `alert-${name}-${at}`;
}

function markerOf(name: AlertName): string {
  return `trouble:${name}`;
}
