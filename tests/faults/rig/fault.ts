import { expect, test } from 'vitest';
import { faults } from '../catalogue/index-of-faults.ts';
import { aRig, type Rig, type RigOptions } from './a-rig.ts';
import { findCanaries, findCanariesInFiles } from './evidence/canaries.ts';
import { addRow, type Row } from './evidence/rows.ts';
import { countStates, readStored, setsOf } from './evidence/stored.ts';

interface FaultOptions extends RigOptions {
  /** Which of the fault's cases. */
  part?: string;
  /** Why it cannot be produced on this machine; undefined: it can. */
  missing?: string | undefined;
  timeoutMs?: number;
}

/**
 * One fault as a test. `run` makes it happen and asserts what is its own; then everything that must hold
 * after any fault is asserted, and the row of the table written.
 */
export function fault(
  number: number,
  options: FaultOptions,
  run: (rig: Rig) => Promise<Partial<Row> | undefined>,
): void {
  const about = faults.find((one) => one.number === number);
  if (!about) throw new Error(`Fault ${number} is not in the catalogue.`);
  const { part, missing, timeoutMs = 240_000 } = options;
  const title = `#${number} ${about.fault}${part ? ` (${part})` : ''}: ${about.shows}`;
  if (missing !== undefined) {
    addRow({ fault: number, result: 'not produced', why: missing, ...(part ? { part } : {}) });
    test.skip(`${title} [not produced here: ${missing}]`, () => undefined);
    return;
  }
  test(title, { timeout: timeoutMs }, async () => {
    const rig = await aRig(options);
    try {
      const shown = (await run(rig)) ?? {};
      await stopAll(rig);
      const found = expectInvariants(rig);
      addRow({ fault: number, ...(part ? { part } : {}), ...found, ...shown, result: 'held' });
    } catch (why) {
      addRow({ fault: number, ...(part ? { part } : {}), result: 'not held' });
      throw why;
    } finally {
      await rig.close();
    }
  });
}

async function stopAll(rig: Rig): Promise<void> {
  for (const one of rig.processes) {
    if (one.isRunning()) await one.stop();
  }
}

function expectInvariants(rig: Rig): Partial<Row> {
  const stored = readStored(rig);
  const states = countStates(stored);
  const sets = setsOf(rig, stored);
  const withALetter = new Set(
    stored.letters.filter(({ kind }) => kind === 'referral').map(({ reference }) => reference),
  );

  expect(stored.integrity).toBe('ok');
  expect(withALetter.size, 'each referral has a letter, each letter a referral').toBe(
    stored.referrals.length,
  );
  expect(sumOf(states), 'accepted = handed over + pending + maybe + a person + erased').toBe(
    stored.referrals.length,
  );
  expect({ lost: sets.lost, unexpected: sets.unexpected }).toEqual({ lost: 0, unexpected: 0 });
  expect(findCanaries(rig.written.join('')), 'in a log').toEqual([]);
  expect(findCanaries(rig.addresses.join('\n')), 'in an address').toEqual([]);
  expect(findCanariesInFiles(rig.dataDir, ['referrals.reserve']), 'in a plain file').toEqual([]);
  return {
    stored: String(stored.referrals.length),
    copies: String(sets.delivered + sets.duplicated),
    sets,
    kills: rig.kills,
  };
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
