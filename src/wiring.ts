/**
 * Joins the parts: with wiring/ the only place that hands platform values (files, clock, configuration)
 * to the directory, to search and to referrals. Pages and scripts take what they need from here.
 */

import type { Directory } from './directory/directory.ts';
import { formatProblem } from './directory/reading/content-problem.ts';
import { parseDirectory } from './directory/reading/parse-directory.ts';
import { now, today, wait } from './platform/clock.ts';
import { readBuildVersion } from './platform/files/build-version.ts';
import { findLanguagesWithoutHome } from './platform/files/built-pages.ts';
import { loadContentFiles } from './platform/files/content-files.ts';
import { createRateLimit, toCustomer, toNetwork } from './platform/http/rate-limit.ts';
import { once } from './platform/once.ts';
import { randomness } from './platform/secrets/randomness.ts';
import { createSealing, type Sealing } from './platform/secrets/sealing.ts';
import { createSignedTokens } from './platform/secrets/signed-token.ts';
import { freeBytes } from './platform/sqlite/free-space.ts';
import { createReferrals } from './referral/create-referrals.ts';
import { PAGE_VALID_MS } from './referral/follow-up/team-answer.ts';
import { toFormFacts } from './referral/form/form-facts.ts';
import { FORM_VALID_MS, type FormDependencies } from './referral/form/handle-form.ts';
import { createSendLimits } from './referral/form/send-limits.ts';
import { renderReferralLetter } from './referral/letters/referral-letter.ts';
import { renderResidentCopy } from './referral/letters/resident-copy.ts';
import { findNearestPractices } from './referral/practices/find-practices.ts';
import type { Referrals } from './referral/referrals.ts';
import { type ReferralHealth, reportHealth } from './referral/report-health.ts';
import type { Routing } from './referral/routing/routing.ts';
import type { Searcher } from './search/port.ts';
import { config, log } from './wiring/environment.ts';
import { createOpenReferral } from './wiring/open-referral.ts';
import { deriveKeys, loadReferralKeys } from './wiring/referral-key.ts';
import { isOwnKeyInForce, noteAccepted, openStore, rowsMissing } from './wiring/referral-store.ts';
import { joinReportedListings, joinReports } from './wiring/reports.ts';
import { openRouting } from './wiring/routing.ts';
import {
  createSearcherOf,
  createSuggesterOf,
  crisisWordsOf,
  learnSearchModelsOf,
  readSearchModelsOf,
} from './wiring/search.ts';
import { countAgedPagesOf, findReferralHealth, findSearchHealth } from './wiring/site-facts.ts';
import type { SiteFacts } from './wiring/site-report.ts';
import { findSource } from './wiring/sources.ts';

export { readAnswerCounts } from './platform/http/answer-counts.ts';
export { formatMetrics, PROMETHEUS_TYPE } from './platform/http/prometheus-text.ts';
export { toLogFields } from './platform/log.ts';
export { readProcessFacts } from './platform/process-facts.ts';
export {
  createSearcherOf,
  keepSearchModelsOf,
  learnSearchModelsOf,
  makeSiteKeys,
  openSiteIndex,
} from './wiring/search.ts';

export { isOwnKeyInForce, log, now, openStore, today };

/** What content/ says: that of the build which runs, else that in the working folder. Importing this throws if it has any problem. */
export const directory: Directory = loadDirectory();

let built: Searcher | undefined;

/** Search over the directory. The index is built on first use, so pages without search do not wait. */
export const searcher: Searcher = {
  search: (request) => requireSearcher().search(request),
  explain: (request) => requireSearcher().explain(request),
  findCrisis: (text) => requireSearcher().findCrisis(text),
  explainCrisis: (text) => requireSearcher().explainCrisis(text),
  health: () => requireSearcher().health(),
};

/**
 * On first use: as the build learnt them where a build is running. Code that runs as it stands learns
 * anew, as a build may be of other code.
 */
export const searchModels = once(() =>
  import.meta.env?.PROD
    ? readSearchModelsOf(directory, config.outDir)
    : learnSearchModelsOf(directory),
);

/** What other directories read. Made on first use. */
export const openReferral = once(() => createOpenReferral(directory, searcher, config.siteUrl));

/** Made on first use. */
export const suggester = once(() => createSuggesterOf(directory));

function requireSearcher(): Searcher {
  built ??= createSearcherOf(directory, searchModels(), config);
  return built;
}

function loadDirectory(): Directory {
  const parsed = parseDirectory(loadContentFiles(findSource('content')), today());
  if (parsed.ok) return parsed.directory;
  const list = parsed.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  throw new Error(
    `content/ has ${parsed.problems.length} problem(s). Put them right, then run npm run content:check.\n${list}`,
  );
}

/** For the browser to look out for words of danger. */
export const crisisWords = () => crisisWordsOf(directory);

const routingInForce = openRouting(directory);

/**
 * Who gets which practice's referrals, by the file as it is now; by the one before while it is not fit
 * for use. Throws a ConfigurationError with every problem of the first.
 */
export const routing = (): Routing => ({
  ...routingInForce.current(),
  editorsMailbox: config.editorsMailbox,
});
export const isRoutingRefused: () => boolean = routingInForce.isRefused;

export const sealing = once((): Sealing => {
  const { key, keyBefore } = deriveKeys(loadReferralKeys(config), 'letter keys');
  return createSealing(key, keyBefore);
});

/** What pages know of referrals. Opens the store when it is first asked something. */
export const openReferrals = once(
  (): Referrals =>
    createReferrals({
      openStore,
      rowsMissing,
      noteAccepted,
      isRoutingRefused,
      sealing: { seal: (id, text) => sealing().seal(id, text) },
      routing,
      randomness,
      log,
      wait,
      siteUrl: config.siteUrl,
      now: () => now().getTime(),
      mailDomain: config.mailFrom.split('@').at(-1) ?? '',
      renderLetter: (facts) =>
        renderReferralLetter({
          ...facts,
          practice: directory.practices.find(({ odsCode }) => odsCode === facts.answers.practice),
          nearestPractices: findNearestPractices(
            facts.answers.homePostcode,
            directory.practices,
            directory.places,
          ),
          needs: directory.lists.needs,
          languages: directory.lists.languages,
        }),
      // A practice does not know our references: its number would not help.
      renderCopy: (facts) =>
        renderResidentCopy({ ...facts, phone: directory.site.phone ?? undefined }),
    }),
);

/** For monitors. `proxyTroubles`: as our server names them, with commas. */
export async function findSiteFacts(proxyTroubles: string | null): Promise<SiteFacts> {
  const build = readBuildVersion(config.outDir);
  return {
    search: findSearchHealth(searcher, log),
    referrals: await findReferralHealth(reportReferrals, log),
    proxyTroubles: proxyTroubles?.split(',') ?? [],
    languagesWithoutHome: findLanguagesWithoutHome(config.outDir),
    build,
    agedPages: countAgedPagesOf(directory.listings, { builtAt: build?.builtAt, today: today() }),
  };
}

// PostgreSQL's disk is not ours to measure.
async function reportReferrals(): Promise<ReferralHealth> {
  return reportHealth(await openReferrals().health(), {
    now: now().getTime(),
    freeBytes: config.databaseUrl ? undefined : await freeBytes(config.dataDir),
  });
}

/** Letters are written to a folder: nobody will read them, and pages with the form must say so. */
export const isDemonstration = config.smtpUrl === undefined;

/** Date when a team opened the page that its letter leads to. */
export const teamPageTokens = once(() =>
  createSignedTokens({
    ...deriveKeys(loadReferralKeys(config), 'team page'),
    validMs: PAGE_VALID_MS,
  }),
);

/** What it takes to answer a form. */
export const formDependencies = once(
  (): FormDependencies => ({
    facts: () => toFormFacts(directory, today()),
    tokens: createSignedTokens({
      ...deriveKeys(loadReferralKeys(config), 'form token'),
      validMs: FORM_VALID_MS,
    }),
    limits: createSendLimits({ createRateLimit, toNetwork, toCustomer }),
    referrals: openReferrals,
    wait,
    log,
  }),
);

/** What it takes to answer what visitors tell the editors. */
export const reportDependencies = joinReports(directory, sealing);

/** What pages say of listings that were reported. */
export const reportedListings = joinReportedListings(directory);
