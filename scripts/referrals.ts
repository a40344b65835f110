// npm run referrals -- COMMAND: what an operator does about referrals (docs/run-referrals.md).

import './build/use-build.ts';
import { now } from '../src/platform/clock.ts';
import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { becomeOwner } from '../src/platform/files/become-owner.ts';
import { findBuiltOrigin } from '../src/platform/files/build-sources.ts';
import { operatorName } from '../src/platform/operator-name.ts';
import { randomness } from '../src/platform/secrets/randomness.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';
import { findForeignSettings } from './referrals/check-settings.ts';
import { findKey } from './referrals/find-key.ts';
import { openStoreAsItIs } from './referrals/open-store.ts';
import { runCommand } from './referrals/run-command.ts';

const environment = readEnvironment();
const { text, exitCode } = await runCommand(process.argv.slice(2), {
  readSettings() {
    const config = parseConfig(environment);
    const builtFor = findBuiltOrigin(config.outDir);
    const name = operatorName();
    becomeOwner(config.dataDir);
    return {
      config,
      name,
      problem: findForeignSettings(environment, { ...config, builtFor }),
      linkProblems: findLinkProblems(config, builtFor),
    };
  },
  now,
  tell: (line) => console.error(line),
  async open({ config, name }) {
    const store = await openStoreAsItIs(config);
    return {
      store,
      key: await findKey(store, config),
      // Reads all of content/, which little else needs.
      routing: async () => (await import('../src/wiring.ts')).routing(),
      describePractice,
      randomness,
      mailDomain: config.mailFrom.split('@').at(-1) ?? '',
      siteUrl: config.siteUrl,
      name,
    };
  },
});
if (exitCode === 0) console.log(text);
else console.error(text);
process.exitCode = exitCode;

// Who types a command has settings of their own, and easily not those of the server. A build knows.
function findLinkProblems(
  { production, outDir, siteUrl }: ReturnType<typeof parseConfig>,
  builtFor: string | undefined,
): string[] {
  const problems = production ? findSiteUrlProblems(environment.SITE_URL) : [];
  if (problems.length > 0 || !builtFor || builtFor === siteUrl.origin) return problems;
  return [
    `SITE_URL is ${siteUrl.origin}, and the site in ${outDir}/ was built for ${builtFor}. Set SITE_URL=${builtFor}.`,
  ];
}

async function describePractice(code: string): Promise<string> {
  try {
    const { directory } = await import('../src/wiring.ts');
    const practice = directory.practices.find(({ odsCode }) => odsCode === code);
    return practice ? `${code} ${practice.name}` : code;
  } catch {
    // A slip in content/ keeps nobody from ringing.
    return code;
  }
}
