// npm run referrals -- COMMAND: what an operator does about referrals (docs/run-referrals.md).

import './build/use-build.ts';
import { now } from '../src/platform/clock.ts';
import { type Config, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { findBuiltOrigin } from '../src/platform/files/build-sources.ts';
import { operatorName } from '../src/platform/operator-name.ts';
import { randomness } from '../src/platform/secrets/randomness.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';
import { runCommand } from './referrals/run-command.ts';

const { text, exitCode } = await runCommand(process.argv.slice(2), {
  where: readConfig,
  now,
  findLinkProblems,
  async open() {
    // Reads all of content/, which a slip in a command need not wait for.
    const { openStore, routing, sealing } = await import('../src/wiring.ts');
    return {
      store: await openStore(),
      sealing: sealing(),
      routing: routing(),
      randomness,
      mailDomain: readConfig().mailFrom.split('@').at(-1) ?? '',
      siteUrl: readConfig().siteUrl,
      name: operatorName(),
    };
  },
});
if (exitCode === 0) console.log(text);
else console.error(text);
process.exitCode = exitCode;

// Who types a command has settings of their own, and easily not those of the server. A build knows.
function findLinkProblems(): string[] {
  const { production, outDir, siteUrl } = readConfig();
  const problems = production ? findSiteUrlProblems(process.env.SITE_URL) : [];
  const built = findBuiltOrigin(outDir);
  if (problems.length > 0 || !built || built === siteUrl.origin) return problems;
  return [
    `SITE_URL is ${siteUrl.origin}, and the site in ${outDir}/ was built for ${built}. Set SITE_URL=${built}.`,
  ];
}

function readConfig(): Config {
  return parseConfig(readEnvironment());
}
