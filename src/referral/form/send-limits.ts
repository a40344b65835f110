import type { Rate, RateLimit } from '../../platform/http/rate-limit.ts';

/** How many forms may be sent from one connection, and how often one form. */
export interface SendLimits {
  /**
   * 0: go ahead. Else milliseconds to wait. `also`: asked last, of a form that is new: whoever is refused before
   * uses up nothing of what all share.
   */
  take(about: { client: string; formToken: string }, also?: () => number): number;
}

/** `toNetwork`: the household or office that an address belongs to; `toCustomer`: what one customer of a provider may have of such. */
export interface SendLimitTools {
  createRateLimit: (rate: Rate) => RateLimit;
  toNetwork: (address: string) => string;
  toCustomer: (address: string) => string;
}

const HOUR_MS = 60 * 60 * 1000;
// A library or a practice may help a few dozen people in an hour from one address.
const SENDS_AN_HOUR = 30;
const referrals = {
  perConnection: { capacity: SENDS_AN_HOUR, refillMs: HOUR_MS / SENDS_AN_HOUR },
  // A provider gives one customer up to 65,536 networks: all of them are one sender, who may be an office.
  perCustomer: { capacity: 3 * SENDS_AN_HOUR, refillMs: HOUR_MS / (3 * SENDS_AN_HOUR) },
};
// Fifty presses of one button are one form; a program that goes on is slowed down.
const perForm: Rate = { capacity: 60, refillMs: 6000 };

/** Those of referrals, unless others are given. */
export function createSendLimits(
  { createRateLimit, toNetwork, toCustomer }: SendLimitTools,
  { perConnection, perCustomer }: { perConnection: Rate; perCustomer: Rate } = referrals,
): SendLimits {
  const connections = createRateLimit(perConnection);
  const customers = createRateLimit(perCustomer);
  const forms = createRateLimit(perForm);

  return {
    take({ client, formToken }, also = () => 0) {
      // The same form again stores nothing new, so it does not use up anyone's share.
      const isAgain = forms.has(formToken);
      const waitMs = isAgain
        ? 0
        : connections.take(toNetwork(client)) || customers.take(toCustomer(client)) || also();
      return waitMs > 0 ? waitMs : forms.take(formToken);
    },
  };
}
