// Sends what referrals owe, and follows it up. Runs in a thread of scripts/serve.ts, which is told what
// keeps it from starting; or in a process of its own, beside servers that share a database.
import './build/use-build.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { elapsedMs } from '../src/platform/clock.ts';
import {
  ConfigurationError,
  findMissingInProduction,
  parseConfig,
  readEnvironment,
} from '../src/platform/config.ts';
import { DatabaseRefused } from '../src/platform/database-refused.ts';
import { describeOtherSite } from '../src/platform/files/build-sources.ts';
import { createJsonPost } from '../src/platform/http/post-json.ts';
import { describeMissingEhloName } from '../src/platform/mail/ehlo-name.ts';
import { createFileSender } from '../src/platform/mail/file-sender.ts';
import { createOAuthTokens } from '../src/platform/mail/oauth-tokens.ts';
import type { ReadMailbox } from '../src/platform/mail/received-mail.ts';
import { createSmtpSender } from '../src/platform/mail/smtp-sender.ts';
import { randomness } from '../src/platform/secrets/randomness.ts';
import { createDiskReserve } from '../src/platform/sqlite/disk-reserve.ts';
import { onStop } from '../src/platform/stop-signals.ts';
import { timers } from '../src/platform/timers.ts';
import type { ThreadStart } from '../src/platform/worker-thread.ts';
import { createWorker, type Worker } from '../src/referral/delivery/worker.ts';
import { recordHeartbeat } from '../src/referral/delivery/worker-health.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';
import { findExampleMailboxes } from '../src/referral/routing/example-mailboxes.ts';
import { StoreFault } from '../src/referral/store/store-fault.ts';
import type { ReferralStore } from '../src/referral/store/store-port.ts';
import {
  isOwnKeyInForce,
  isRoutingRefused,
  log,
  now,
  openStore,
  routing,
  sealing,
} from '../src/wiring.ts';

// Letters in hand may take so long to arrive when the server is asked to stop.
const GRACE_MS = 10_000;
const STORE_WAIT_MS = 5_000;

const config = parseConfig(readEnvironment());
const tokens = config.mailOAuth ? createOAuthTokens(config.mailOAuth) : undefined;
let stopping = false;
let worker: Worker | undefined;

const problems = await findProblems();
if (parentPort) {
  parentPort.postMessage({ problems } satisfies ThreadStart);
} else if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
if (problems.length === 0) {
  const missing = config.smtpUrl ? describeMissingEhloName(config.ehloName) : undefined;
  if (missing) console.error(missing);
  if (parentPort) parentPort.once('message', stop);
  else onStop(stop);
  await deliver();
  // A thread ends by itself, so that its last lines are written.
  if (parentPort) parentPort.close();
  else process.exit(0);
}

async function deliver(): Promise<void> {
  const store = await waitForStore();
  if (!store || stopping) return;
  const readReturns = await openReturnMailbox();
  if (stopping) return;
  worker = createWorker({
    store,
    sealing: sealing(),
    isOwnKeyInForce,
    randomness,
    routing,
    isRoutingRefused,
    log,
    elapsedMs,
    timers,
    now: () => now().getTime(),
    send: config.smtpUrl
      ? createSmtpSender({
          url: config.smtpUrl,
          from: config.mailFrom,
          returnPath: config.returnPath,
          ehloName: config.ehloName,
          tokens,
        })
      : createFileSender(join(config.dataDir, 'mail'), config.mailFrom),
    // PostgreSQL's disk is not ours to keep room on.
    ...(config.databaseUrl ? {} : { refillReserve: createDiskReserve(config.dataDir).refill }),
    ...(readReturns ? { readReturns } : {}),
    ...(config.alertWebhookUrl ? { postAlert: createJsonPost(config.alertWebhookUrl) } : {}),
    mailDomain: config.mailFrom.split('@').at(-1) ?? '',
    worker: randomUUID(),
    restarted: workerData?.restarted === true,
  });
  if (!parentPort) console.log('Letters are sent from here.');
  await worker.run();
  await store.close();
}

async function openReturnMailbox(): Promise<ReadMailbox | undefined> {
  if (!config.returnImapUrl) return undefined;
  // Its library takes a while to load, and most have no such mailbox.
  const { createImapReader } = await import('../src/platform/mail/imap-reader.ts');
  return createImapReader({ url: config.returnImapUrl, tokens });
}

function stop(): void {
  stopping = true;
  worker?.stop(GRACE_MS);
}

/** Everything that keeps letters from being sent to where they belong, a line each. */
async function findProblems(): Promise<string[]> {
  const found = [...findMissingInProduction(process.env), ...findLinkProblems()];
  const note = async (look: () => unknown) => {
    try {
      await look();
    } catch (error) {
      // A store that cannot be reached for the moment is waited for.
      if (error instanceof StoreFault) return;
      if (!(error instanceof ConfigurationError || error instanceof DatabaseRefused)) throw error;
      found.push(error.message);
    }
  };
  await note(() => {
    // Not the sender that stands in for one that is missing: that is told already.
    const examples = findExampleMailboxes(routing(), process.env.MAIL_FROM);
    if (config.production && config.routingFile) found.push(...examples);
  });
  // A start that is refused makes no store and no key, and ties neither to the other: settings may be wrong.
  if (found.length > 0) return found;
  await note(sealing);
  // A sign of life before the server asks after us.
  await note(async () => recordHeartbeat(await openStore(), now().getTime()));
  return [...new Set(found)];
}

/** Why links in letters would lead nowhere, or elsewhere than the server's pages do. */
function findLinkProblems(): string[] {
  const problems = config.production ? findSiteUrlProblems(process.env.SITE_URL) : [];
  // Only a server has a build; and when its thread starts again, the folder may hold the next one.
  const serves = parentPort !== null && workerData?.restarted !== true;
  // A SITE_URL that is refused itself is none to build for.
  if (!serves || problems.length > 0) return problems;
  const other = describeOtherSite(config.outDir, config.siteUrl);
  return other ? [other] : [];
}

async function waitForStore(): Promise<ReferralStore | undefined> {
  while (!stopping) {
    try {
      return await openStore();
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      log.error('worker.store-not-opened', { reason: error.reason });
      await timers.wait(STORE_WAIT_MS);
    }
  }
  return undefined;
}
