import type { Rate, RateLimit } from '../platform/http/rate-limit.ts';

/** How many reports one connection, and all together, may send. */
export interface ReportLimits {
  /** 0: go ahead. Else milliseconds to wait. */
  take(about: { client: string; formToken: string; listing: string | undefined }): number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
// A community office that goes through its own list finds a dozen a day; nobody flags the directory.
const perConnection: Rate = { capacity: 20, refillMs: DAY_MS / 20 };
// A provider gives one customer up to 65,536 networks, and a large office is one.
const perCustomer: Rate = { capacity: 60, refillMs: DAY_MS / 60 };
// What a few editors can read in a day, from however many addresses it comes.
const overall: Rate = { capacity: 300, refillMs: DAY_MS / 300 };
// A household that thinks of something more; each says the same to who reads the page.
const perListing: Rate = { capacity: 3, refillMs: DAY_MS / 3 };
const perForm: Rate = { capacity: 60, refillMs: 6000 };

export function createReportLimits({
  createRateLimit,
  toNetwork,
  toCustomer,
}: {
  createRateLimit: (rate: Rate) => RateLimit;
  toNetwork: (address: string) => string;
  toCustomer: (address: string) => string;
}): ReportLimits {
  const connections = createRateLimit(perConnection);
  const customers = createRateLimit(perCustomer);
  const listings = createRateLimit(perListing);
  const all = createRateLimit(overall);
  const forms = createRateLimit(perForm);

  return {
    take({ client, formToken, listing }) {
      // The same form again stores nothing new, so it does not use up anyone's share.
      if (forms.has(formToken)) return forms.take(formToken);
      const network = toNetwork(client);
      const waitMs =
        (listing === undefined ? 0 : listings.take(`${network} ${listing}`)) ||
        connections.take(network) ||
        customers.take(toCustomer(client)) ||
        all.take('all');
      return waitMs > 0 ? waitMs : forms.take(formToken);
    },
  };
}
