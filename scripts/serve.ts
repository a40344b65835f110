// Serves what `npm run build` made. The server itself is src/platform/http/http-server.ts.
import './build/use-build.ts';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLanguage, locales, localisePath, readLocalisedPath } from '../src/i18n/locale.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import {
  type Config,
  ConfigurationError,
  parseConfig,
  readEnvironment,
} from '../src/platform/config.ts';
import { describeLostFiles } from '../src/platform/files/build-files.ts';
import { hashSources, isBuiltFrom } from '../src/platform/files/build-sources.ts';
import { holdBuild, readBuildVersion } from '../src/platform/files/build-version.ts';
import { createSiteServer, type ServerOptions } from '../src/platform/http/http-server.ts';
import { type AstroHandler, askWithin } from '../src/platform/http/on-demand.ts';
import { createPageNotes } from '../src/platform/http/page-notes.ts';
import { createProblemPages } from '../src/platform/http/problem-page.ts';
import { listen, takeHandedSocket } from '../src/platform/http/sockets/handed-socket.ts';
import { explainListenFault } from '../src/platform/http/sockets/listen-fault.ts';
import { stopServer } from '../src/platform/http/sockets/stop-server.ts';
import { warmUp } from '../src/platform/http/warm-up.ts';
import { createLog } from '../src/platform/log.ts';
import { onStop } from '../src/platform/stop-signals.ts';
import { startWorkerThread } from '../src/platform/worker-thread.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';
import { REPORT_MARK } from '../src/reports/report-mark.ts';

// The forms, and the button by which a team says that it has a referral.
const TAKES_A_FORM = /^\/(refer\/(received\/[^/]+\/)?|report\/|suggest\/|feedback\/)$/;
// The status page of one person, and the link in the letter about them.
const IS_SECRET = /^\/+refer\/+(status|received)\/+[^/]/;
// For other directories.
const IS_OPEN_DATA = /^\/+api\/+open-referral(\/|$)/i;
// Tokens tell capitals from small letters; practices' codes are written in capitals.
const TELLS_CAPITALS = /^\/(refer\/(status|received)|about\/posters)\/[^/]+$/;

const config = readConfig();
const socket = takeHandedSocket(process.env, process.pid);
const log = createLog({ level: config.logLevel });
const entry = resolve(config.outDir, 'server/entry.mjs');
if (!existsSync(entry)) {
  giveUp(`There is no built site in ${config.outDir}/. Run "npm run build" first.`);
}
const lost = describeLostFiles(config.outDir);
if (lost) giveUp(lost);
holdBuild(config.outDir);
// A warning only: after a restart that nobody watches, built pages are better than nothing. Where the site
// is only served there is nothing to compare with.
if (existsSync('content') && !isBuiltFrom(config.outDir, hashSources('.'))) {
  console.error(
    `${config.outDir}/ was built from other content or code than is here. Run "npm run build".`,
  );
}
// Only production asks for more, and somebody may have forgotten to say that this is.
if (config.smtpUrl && !config.production && findSiteUrlProblems(process.env.SITE_URL).length > 0) {
  console.error(
    `Letters go to a mail server with links that begin with ${config.siteUrl.origin}, which others cannot open. For real referrals set SITE_URL and NODE_ENV=production.`,
  );
}
// Beside the loading of the site, which takes as long.
const delivery = startWorkerThread(new URL('deliver.ts', import.meta.url), log);
const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };

// Astro's own way writes the address and the fault's words, which may be what a visitor typed.
process.removeAllListeners('unhandledRejection');
process.on('unhandledRejection', (fault) => {
  log.error('server.unhandled', { fault: fault instanceof Error ? fault.name : 'unknown' });
});

const notes = createPageNotes({
  async ask() {
    const answer = await askWithin(handler, '/page-notes.json', { 'x-page-notes': 'yes' });
    return answer?.status === 200
      ? new Map<string, string>(Object.entries(JSON.parse(String(answer.body))))
      : undefined;
  },
});
const https = config.siteUrl.protocol === 'https:';
const site: ServerOptions = {
  handler,
  clientDir: resolve(config.outDir, 'client'),
  trustedProxies: config.trustedProxies,
  acceptsPost: (path) => TAKES_A_FORM.test(readLocalisedPath(path).path),
  isSecret: (path) => IS_SECRET.test(readLocalisedPath(path).path),
  isOpenData: (path) => IS_OPEN_DATA.test(path),
  isCaseFree: (path) => !TELLS_CAPITALS.test(readLocalisedPath(path).path),
  siteOrigin: config.siteUrl.origin,
  monitorToken: config.monitorToken,
  notes: { mark: REPORT_MARK, find: notes.find },
  problemPage: createProblemPages((problem) =>
    locales.map((locale) => {
      const t = createTranslator(locale);
      return {
        language: locale,
        direction: findLanguage(locale).direction,
        title: t(`site:problem.${problem}.title`),
        text: t(`site:problem.${problem}.text`),
        home: { href: localisePath(locale, '/'), label: t('site:problem.home') },
      };
    }),
  ),
  log,
  https,
};
const server = createSiteServer(site);

server.on('error', (error) => giveUp(explainListenFault(error, config.port)));
onStop(stop);

// What the first visitor would wait for is made before one is let in: the index of search beside the start of
// delivery, which takes as long; the store only after it, so that its faults are told once.
const [problems] = await Promise.all([
  delivery.started,
  warmUp(createSiteServer(site), '/api/search?q=food'),
]);
if (problems.length > 0) {
  giveUp(`The server cannot take referrals, and does not start:\n${indent(problems)}`);
}
if ((await warmUp(createSiteServer(site), '/health?ready')) !== 200) {
  console.error('Search or referrals do not work; the lines above and /health say why.');
}
await notes.refresh();
void notes.run();
listen(server, { socket, host: config.host, port: config.port });
await once(server, 'listening');
const { address, family, port } = server.address() as AddressInfo;
log.info('server.started', { ...readBuildVersion(config.outDir) });
console.log(
  `The site is at ${family === 'IPv6' ? `http://[${address}]` : `http://${address}`}:${port}/`,
);

async function stop(): Promise<void> {
  notes.stop();
  await Promise.all([stopServer(server), delivery.stop()]);
  process.exit(0);
}

function readConfig(): Config {
  try {
    return parseConfig(readEnvironment());
  } catch (error) {
    if (error instanceof ConfigurationError) giveUp(error.message);
    throw error;
  }
}

function indent(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `  ${line}`)
    .join('\n');
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}
