import type { Rate } from '../platform/http/rate-limit.ts';
import { createSendLimits, type SendLimitTools } from '../referral/form/send-limits.ts';

/** How many reports one connection, and all together, may send. */
export interface ReportLimits {
  /** 0: go ahead. Else milliseconds to wait. */
  take(about: { client: string; formToken: string; listing: string | undefined }): number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const senders = {
  // A community office that goes through its own list finds a dozen a day; nobody flags the directory.
  perConnection: { capacity: 20, refillMs: DAY_MS / 20 },
  // A provider gives one customer up to 65,536 networks, and a large office is one.
  perCustomer: { capacity: 60, refillMs: DAY_MS / 60 },
};
// What a few editors can read in a day, from however many addresses it comes.
const overall: Rate = { capacity: 300, refillMs: DAY_MS / 300 };
// A household that thinks of something more; each says the same to who reads the page.
const perListing: Rate = { capacity: 3, refillMs: DAY_MS / 3 };

export function createReportLimits(tools: SendLimitTools): ReportLimits {
  const sends = createSendLimits(tools, senders);
  const listings = tools.createRateLimit(perListing);
  const all = tools.createRateLimit(overall);

  return {
    take({ client, formToken, listing }) {
      const ofListing = () =>
        listing === undefined ? 0 : listings.take(`${tools.toNetwork(client)} ${listing}`);
      return sends.take({ client, formToken }, () => ofListing() || all.take('all'));
    },
  };
}
