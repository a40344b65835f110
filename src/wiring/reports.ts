/** Joins what visitors tell the editors to its parts. For src/wiring.ts. */
import type { Directory } from '../directory/directory.ts';
import { localisePath } from '../i18n/locale.ts';
import { elapsedMs, now, wait } from '../platform/clock.ts';
import { createRateLimit, toCustomer, toNetwork } from '../platform/http/rate-limit.ts';
import { once } from '../platform/once.ts';
import { randomness } from '../platform/secrets/randomness.ts';
import type { Sealing } from '../platform/secrets/sealing.ts';
import { createSignedTokens } from '../platform/secrets/signed-token.ts';
import { FORM_VALID_MS } from '../referral/form/handle-form.ts';
import { StoreFault } from '../referral/store/store-fault.ts';
import { createAcceptReport } from '../reports/accept-report.ts';
import type { ReportDependencies } from '../reports/handle-report.ts';
import { renderReportLetter } from '../reports/report-letter.ts';
import { createReportLimits } from '../reports/report-limits.ts';
import { createReportedListings } from '../reports/reported-listings.ts';
import { config, log } from './environment.ts';
import { deriveKeys, loadReferralKeys } from './referral-key.ts';
import { openStore } from './referral-store.ts';

type Listings = Pick<Directory, 'findListing'>;

/** What it takes to answer a report's form. Made on first use: a build has no key. */
export function joinReports(directory: Listings, sealing: () => Sealing): () => ReportDependencies {
  return once(() => ({
    tokens: createSignedTokens({
      ...deriveKeys(loadReferralKeys(config), 'report form token'),
      validMs: FORM_VALID_MS,
    }),
    limits: createReportLimits({ createRateLimit, toNetwork, toCustomer }),
    accept: createAcceptReport({
      openStore: openKnown,
      sealing: { seal: (id, text) => sealing().seal(id, text) },
      randomness,
      log,
      now: () => now().getTime(),
      mailDomain: config.mailFrom.split('@').at(-1) ?? '',
      hasMailbox: config.editorsMailbox !== undefined,
      renderLetter: (facts) =>
        renderReportLetter({
          ...facts,
          listing: describeListing(directory, facts.report.listing),
        }),
    }),
    wait,
    log,
  }));
}

/** What pages say of listings that were reported. */
export function joinReportedListings(directory: Listings) {
  return createReportedListings({
    openStore: openKnown,
    findChecks(slug) {
      const listing = directory.findListing(slug);
      return listing && listing.status !== 'closed' ? listing.checks : undefined;
    },
    elapsedMs,
    log,
  });
}

// Pages need not know whether the store could be opened: it is the same to them as when it fails.
async function openKnown() {
  try {
    return await openStore();
  } catch (fault) {
    throw fault instanceof StoreFault ? fault : new StoreFault('other', 'not-stored');
  }
}

function describeListing({ findListing }: Listings, slug: string | undefined) {
  const listing = slug === undefined ? undefined : findListing(slug);
  if (!listing) return undefined;
  const path = localisePath('en', `/organisations/${listing.slug}/`);
  return { name: listing.name, url: new URL(path, config.siteUrl).href };
}
