import type { DeliveryLog } from '../delivery/deliver.ts';
import type { OweLetter } from '../letters/owe-letter.ts';
import { renderAlert } from '../letters/staff-notices.ts';
import type { ReferralStore } from '../store/store-port.ts';

/** What an operator hears of once, until it is over, and the words for it. */
const words = {
  'mail-login': 'login',
  'mail-tls': 'tls',
  'mail-sender-refused': 'sender-refused',
  'mail-unreachable': 'unreachable',
  'mail-no-greeting': 'unreachable',
  'mail-busy': 'unreachable',
  'letters-waiting': 'waiting',
  'undelivered-for-long': 'waiting',
  'not-confirmed': 'not-confirmed',
  'counts-differ': 'counts-differ',
  'worker-failed': 'worker-failed',
  'disk-full': 'disk-full',
  'routing-refused': 'routing-refused',
} as const;

export type TroubleName = keyof typeof words;

const names = Object.keys(words) as TroubleName[];

// Letters wait for a server that is only away; an alert follows once they have waited for long.
const quiet: readonly TroubleName[] = ['mail-unreachable', 'mail-no-greeting', 'mail-busy'];

export interface Troubles {
  /** Alerts when it begins; while it lasts, nothing. */
  begin(name: TroubleName, references?: readonly string[]): Promise<void>;
  end(name: TroubleName): Promise<void>;
  /** Ends all that was wrong with the mail server. */
  endMail(): Promise<void>;
}

export function createTroubles(about: {
  store: Pick<ReferralStore, 'findMarker' | 'claimMarker'>;
  owe: OweLetter;
  log: DeliveryLog;
  now: () => number;
}): Troubles {
  const { store, log } = about;
  const isOpen = async (name: TroubleName) =>
    (await store.findMarker(markerOf(name)))?.value === OPEN;
  const end = async (name: TroubleName) => {
    if (!(await isOpen(name))) return;
    await store.claimMarker(markerOf(name), 'over', about.now());
    log.info('trouble.ended', { trouble: name });
  };
  return {
    async begin(name, references = []) {
      if (await isOpen(name)) return;
      const now = about.now();
      const loud = !quiet.includes(name);
      log[loud ? 'error' : 'warn']('trouble.began', { trouble: name, count: references.length });
      // Owed before it is noted: a crash between the two alerts twice rather than never.
      if (loud) {
        await about.owe({
          id: `alert-${name}-${now}`,
          kind: 'alert',
          referralSequence: null,
          destination: { to: 'operator' },
          ...renderAlert({ at: new Date(now), troubles: [{ reason: words[name], references }] }),
        });
      }
      await store.claimMarker(markerOf(name), OPEN, now);
    },
    end,
    async endMail() {
      for (const name of names.filter((each) => each.startsWith('mail-'))) await end(name);
    },
  };
}

/** Those that are not over. */
export async function findTroubles(
  store: Pick<ReferralStore, 'findMarker'>,
): Promise<TroubleName[]> {
  const found: TroubleName[] = [];
  for (const name of names) {
    if ((await store.findMarker(markerOf(name)))?.value === OPEN) found.push(name);
  }
  return found;
}

const OPEN = 'open';

function markerOf(name: TroubleName): string {
  return `trouble:${name}`;
}
