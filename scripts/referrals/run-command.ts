import { parseArgs } from 'node:util';
import { DatabaseRefused } from '../../src/platform/database-refused.ts';
import { createOperator, type OperatorParts } from '../../src/referral/operator/operator.ts';
import {
  type OperatorCommand,
  operatorHelp,
  parseOperatorCommand,
} from '../../src/referral/operator/operator-command.ts';
import type { OperatorResult } from '../../src/referral/operator/operator-result.ts';
import { createReportOperator } from '../../src/reports/report-operator.ts';
import { backUpReferrals, restoreReferrals } from './backups.ts';
import { decideMoved, decideRestored, describeUndecided } from './decide-on-restore.ts';
import { decideKeyLost, describeKeys, type KeySettings } from './keys.ts';
import { describeStore } from './open-store.ts';

export interface CommandSettings {
  config: KeySettings;
  /** Who is at the keyboard. */
  name: string;
  /** Why these are not the settings of the server whose referrals are meant. */
  problem: string | undefined;
  /** Why a link in a letter that is made here would lead nowhere, a line each. */
  linkProblems: readonly string[];
}

/** What commands are run on. */
export interface CommandDependencies<Settings extends CommandSettings = CommandSettings> {
  readSettings: () => Settings;
  now: () => Date;
  /** Told before and beside the answer, which may be read by a program. */
  tell: (line: string) => void;
  /** Opens the store, which is closed after the command. */
  open: (settings: Settings) => Promise<Omit<OperatorParts, 'now'>>;
}

export interface CommandOutput {
  /** For standard output if all went well, else for standard error. */
  text: string;
  exitCode: (typeof exitCodes)[keyof typeof exitCodes];
}

const exitCodes = { done: 0, notDone: 1, notUnderstood: 2, noStore: 3 } as const;

/** Does what was typed after `npm run referrals --`. */
export async function runCommand<Settings extends CommandSettings>(
  typed: readonly string[],
  dependencies: CommandDependencies<Settings>,
): Promise<CommandOutput> {
  const command = readCommand(typed);
  if ('wrong' in command) {
    return { text: `${command.wrong}\n\n${operatorHelp}`, exitCode: exitCodes.notUnderstood };
  }
  if (command.name === 'help') return { text: operatorHelp, exitCode: exitCodes.done };
  try {
    const result = await run(command, dependencies);
    return result.ok
      ? { text: result.lines.join('\n'), exitCode: exitCodes.done }
      : { text: result.message, exitCode: exitCodes.notDone };
  } catch (fault) {
    // Messages of our own faults hold nothing of a row.
    const text = fault instanceof Error ? fault.message : String(fault);
    return { text, exitCode: exitCodes.noStore };
  }
}

function readCommand(typed: readonly string[]): OperatorCommand | { wrong: string } {
  try {
    const { positionals, values } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        yes: { type: 'string' },
        keep: { type: 'string' },
      },
    });
    return parseOperatorCommand(positionals, values);
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function run<Settings extends CommandSettings>(
  asked: Exclude<OperatorCommand, { name: 'help' }>,
  dependencies: CommandDependencies<Settings>,
): Promise<OperatorResult> {
  const settings = dependencies.readSettings();
  if (settings.problem) throw new DatabaseRefused(settings.problem);
  const { config, name, linkProblems } = settings;
  dependencies.tell(describeStore(config));
  // A store that must be restored may be one that cannot be opened.
  const at = dependencies.now();
  if (asked.name === 'backup') return backUpReferrals(config, asked.to, at, asked.keepDays);
  if (asked.name === 'restore') return restoreReferrals(config, asked.file, { at, operator: name });
  if (asked.name === 'redirect' && linkProblems.length > 0) {
    return { ok: false, message: linkProblems.join('\n') };
  }
  const parts = await dependencies.open(settings);
  try {
    const undecided = await describeUndecided(parts.store);
    if (undecided) dependencies.tell(undecided);
    const decision = { store: parts.store, where: config, now: at.getTime(), operator: name };
    const timed = { ...parts, now: () => dependencies.now().getTime() };
    const operator = createOperator(timed);
    const reports = createReportOperator(timed);
    switch (asked.name) {
      case 'list':
        return await operator.list(asked);
      case 'show':
        return await operator.show(asked.reference, asked.reason);
      case 'retry':
      case 'delivered':
      case 'bounced':
      case 'shred':
        return await operator[asked.name](asked.reference, asked.reason);
      case 'reports':
        return await reports.list(asked);
      case 'show-report':
        return await reports.show(asked.reference, asked.reason);
      case 'clear-report':
        return await reports.clear(asked.reference, asked.reason);
      case 'redirect':
        return await operator.redirect(asked.reference, asked.team, asked.reason);
      case 'counts':
        return await operator.counts();
      case 'times':
        return await operator.times();
      case 'export-counts':
        return await operator.exportCounts();
      case 'mark-restored':
        return await decideRestored({ ...decision, yes: asked.yes });
      case 'key':
        return await describeKeys(parts.store, config, at.getTime());
      case 'key-lost':
        return await decideKeyLost({ ...decision, config, yes: asked.yes });
      case 'mark-moved':
        return await decideMoved({ ...decision, yes: asked.yes });
    }
  } finally {
    await parts.store.close();
  }
}
