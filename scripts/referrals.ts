// npm run referrals -- COMMAND: what an operator does about referrals (docs/run-referrals.md).
import { now } from '../src/platform/clock.ts';
import { type Config, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { operatorName } from '../src/platform/operator-name.ts';
import { randomness } from '../src/platform/randomness.ts';
import { runCommand } from './referrals/run-command.ts';

const { text, exitCode } = await runCommand(process.argv.slice(2), {
  ...{ where: readConfig, now },
  async open() {
    // Reads all of content/, which a slip in a command need not wait for.
    const { openStore, routing, sealing } = await import('../src/wiring.ts');
    return {
      ...{ store: await openStore(), sealing: sealing(), routing: routing(), randomness },
      mailDomain: readConfig().mailFrom.split('@').at(-1) ?? '',
      siteUrl: readConfig().siteUrl,
      name: operatorName(),
    };
  },
});
if (exitCode === 0) console.log(text);
else console.error(text);
process.exitCode = exitCode;

function readConfig(): Config {
  return parseConfig(readEnvironment());
}
