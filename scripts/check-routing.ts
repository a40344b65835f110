// npm run routing:check: says who gets which practice's referrals, or all that is wrong with the file.
//   npm run routing:check -- FILE   checks a copy, before it takes the place of the file that ROUTING_FILE names
import { parseArgs } from 'node:util';
import { parseConfig, readEnvironment } from '../src/platform/config.ts';
import { describeAllocation, describeTerms } from '../src/referral/routing/describe-allocation.ts';
import { findExampleMailboxes } from '../src/referral/routing/example-mailboxes.ts';
import { parseRouting } from '../src/referral/routing/parse-routing.ts';
import { describeReuse } from '../src/referral/routing/routing-in-force.ts';
import { isVersionReused, loadRoutingFile } from '../src/wiring/routing-file.ts';
import { directory } from '../src/wiring.ts';

const config = parseConfig(readEnvironment());
const { production, dataDir } = config;
const routingFile = readTypedFile() ?? config.routingFile;
const file = loadRoutingFile(routingFile);
const parsed =
  'problem' in file
    ? { ok: false as const, problems: [file.problem] }
    : parseRouting(file.text, file.name, directory);

if (!parsed.ok) {
  refuse(parsed.problems);
} else {
  const { routing } = parsed;
  if (!routingFile) console.log('ROUTING_FILE is not set: this is the example.');
  console.log(`Version ${routing.version}`);
  for (const line of describeAllocation(routing, directory.practices)) console.log(`  ${line}`);
  console.log(describeTerms(routing));
  console.log(`Trouble is told to ${routing.operatorMailbox ?? 'the log and /health only'}.`);
  const isReused = 'text' in file && isVersionReused(dataDir, routing.version, file.text);
  const examples = findExampleMailboxes(routing);
  refuse([
    ...(routingFile && isReused ? [describeReuse(routing.version)] : []),
    ...(production ? examples : []),
  ]);
  if (!production && examples.length > 0) {
    console.log(`${examples.length} mailboxes are examples: a production server will not start.`);
  }
}

function readTypedFile(): string | undefined {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    if (positionals.length <= 1) return positionals[0];
  } catch {
    // An option: there is none.
  }
  console.error('Usage: npm run routing:check -- [FILE]');
  process.exit(1);
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  console.error(`${problems.length} to put right:`);
  for (const problem of problems) console.error(`  ${problem}`);
  process.exitCode = 1;
}
