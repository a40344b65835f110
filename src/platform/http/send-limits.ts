import { createRateLimit, type RateLimit, toNetwork } from './rate-limit.ts';

/** How many referrals may be sent from one connection, and how often one form. */
export interface SendLimits {
  /** 0: go ahead. Else milliseconds to wait. */
  take(about: { client: string; formToken: string }): number;
}

// A library or a practice may help a few dozen people in an hour from one address.
const SENDS_AN_HOUR = 30;
// Fifty presses of one button are one referral; a program that goes on is slowed down.
const PRESSES_AT_ONCE = 60;
const HOUR_MS = 60 * 60 * 1000;
const PRESS_MS = 6000;

export function createSendLimits({ clock }: { clock?: () => number } = {}): SendLimits {
  const timed = clock ? { clock } : {};
  const clients: RateLimit = createRateLimit({
    capacity: SENDS_AN_HOUR,
    refillMs: HOUR_MS / SENDS_AN_HOUR,
    ...timed,
  });
  const forms: RateLimit = createRateLimit({
    capacity: PRESSES_AT_ONCE,
    refillMs: PRESS_MS,
    ...timed,
  });

  return {
    take({ client, formToken }) {
      // The same form again stores nothing new, so it does not use up anyone's share.
      const isAgain = forms.has(formToken);
      const clientWaitMs = isAgain ? 0 : clients.take(toNetwork(client));
      return clientWaitMs > 0 ? clientWaitMs : forms.take(formToken);
    },
  };
}
