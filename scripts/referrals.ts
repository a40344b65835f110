// npm run referrals -- COMMAND: what an operator does about referrals (docs/run-referrals.md).
import { parseArgs } from 'node:util';
import { now } from '../src/platform/clock.ts';
import { type Config, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { operatorName } from '../src/platform/operator-name.ts';
import { randomness } from '../src/platform/randomness.ts';
import { createOperator, type Done } from '../src/referral/operator.ts';
import {
  type OperatorCommand,
  operatorHelp,
  parseOperatorCommand,
} from '../src/referral/operator-command.ts';
import { backUpReferrals, markReferralsRestored, restoreReferrals } from './referrals/backups.ts';

const exitCodes = { done: 0, notDone: 1, notUnderstood: 2, noStore: 3 } as const;

const command = readCommand();
if ('wrong' in command) {
  say(`${command.wrong}\n\n${operatorHelp}`, exitCodes.notUnderstood);
} else if (command.name === 'help') {
  console.log(operatorHelp);
} else {
  try {
    const result = await run(command);
    if (result.ok) console.log(result.lines.join('\n'));
    else say(result.message, exitCodes.notDone);
  } catch (fault) {
    // Messages of our own faults hold nothing of a row.
    say(fault instanceof Error ? fault.message : String(fault), exitCodes.noStore);
  }
}

function readCommand(): OperatorCommand | { wrong: string } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return parseOperatorCommand(positionals, values);
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function run(asked: Exclude<OperatorCommand, { name: 'help' }>): Promise<Done> {
  // A store that must be restored may be one that cannot be opened.
  if (asked.name === 'backup') return backUpReferrals(readConfig(), asked.file, now());
  if (asked.name === 'restore') return restoreReferrals(readConfig(), asked.file, now());
  // Reads all of content/, which a slip in a command need not wait for.
  const { openStore, routing, sealing } = await import('../src/wiring.ts');
  const store = await openStore();
  try {
    const operator = createOperator({
      ...{ store, randomness, sealing: sealing(), routing: routing() },
      now: () => now().getTime(),
      mailDomain: readConfig().mailFrom.split('@').at(-1) ?? '',
      name: operatorName(),
    });
    switch (asked.name) {
      case 'list':
        return await operator.list(asked);
      case 'show':
        return await operator.show(asked.reference, asked.reason);
      case 'retry':
      case 'bounced':
      case 'shred':
        return await operator[asked.name](asked.reference, asked.reason);
      case 'redirect':
        return await operator.redirect(asked.reference, asked.team, asked.reason);
      case 'export-counts':
        return await operator.exportCounts();
      case 'mark-restored':
        return await markReferralsRestored(store);
    }
  } finally {
    await store.close();
  }
}

function readConfig(): Config {
  return parseConfig(readEnvironment());
}

function say(message: string, exitCode: number): void {
  console.error(message);
  process.exitCode = exitCode;
}
