import { join } from 'node:path';
import { expect } from 'vitest';
import type { Rig } from '../a-rig.ts';

/** What an operator does by hand: `npm run referrals -- …`. */
export async function runOperator(rig: Rig, args: readonly string[]): Promise<string> {
  const command = rig.start({ program: 'scripts/referrals.ts', args });
  const code = await command.exited;
  expect(code, command.log()).toBe(0);
  return command.log();
}

/** Files that were copied back look like a backup, of which letters may have been sent since. */
export async function sayThatItIsTheStore(rig: Rig): Promise<void> {
  await runOperator(rig, ['mark-moved', '--yes', join(rig.dataDir, 'referrals.sqlite')]);
}
