import type { DeliveryLog } from './deliver.ts';
import { renderAlert } from './letters.ts';
import type { MailTrouble } from './mail-gate.ts';
import type { OweLetter } from './owe-letter.ts';
import type { ReferralStore } from './store-port.ts';

/** What an operator hears of, once, until it is over. */
export type TroubleName =
  | `mail-${MailTrouble}`
  | 'letters-waiting'
  | 'undelivered-for-long'
  | 'counts-differ';

// Letters wait for a server that is only away; an alert follows once they have waited for long.
const quiet: readonly TroubleName[] = ['mail-unreachable', 'mail-no-greeting', 'mail-busy'];

const words = {
  'mail-login': 'login',
  'mail-tls': 'tls',
  'mail-sender-refused': 'sender-refused',
  'mail-unreachable': 'unreachable',
  'mail-no-greeting': 'unreachable',
  'mail-busy': 'unreachable',
  'letters-waiting': 'waiting',
  'undelivered-for-long': 'waiting',
  'counts-differ': 'counts-differ',
} as const;

export interface Troubles {
  /** Alerts when it begins; while it lasts, nothing. */
  begin(name: TroubleName, references?: readonly string[]): Promise<void>;
  end(name: TroubleName): Promise<void>;
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
  return {
    async begin(name, references = []) {
      if (await isOpen(name)) return;
      const now = about.now();
      const loud = !quiet.includes(name);
      log[loud ? 'error' : 'warn']('trouble.began', { trouble: name, count: references.length });
      // Owed before it is noted: a crash between the two alerts twice rather than never.
      if (loud) {
        await about.owe({
          ...{ id: `alert-${name}-${now}`, kind: 'alert', referralSequence: null },
          destination: { to: 'operator' },
          ...renderAlert({ at: new Date(now), troubles: [{ reason: words[name], references }] }),
        });
      }
      await store.claimMarker(markerOf(name), OPEN, now);
    },

    async end(name) {
      if (!(await isOpen(name))) return;
      await store.claimMarker(markerOf(name), 'over', about.now());
      log.info('trouble.ended', { trouble: name });
    },
  };
}

const OPEN = 'open';

function markerOf(name: TroubleName): string {
  return `trouble:${name}`;
}
