import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk, aFormToken, type Desk } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { onPostgres } from './rig/processes/on-postgres.ts';
import { deliverAll } from './rig/processes/worker.ts';
import { scaled } from './rig/scale.ts';

const { postgres, signals } = missing;

/** Kills the desk at the point while it accepts; then the resident presses the button again. */
async function killedAt(rig: Rig, killAt: string, storedAtOnce: number) {
  const killFile = `${rig.folder}/kill-now`;
  const desk = await aDesk(rig, { killAt, killFile });
  rig.arm(killFile);
  const first = await desk.post();
  await desk.exited;
  rig.kills += 1;
  expect(first.told).toBe('cut');
  expect(readStored(rig).referrals).toHaveLength(storedAtOnce);

  const again = await aDesk(rig);
  const second = await again.post(first.token);
  expect(second).toMatchObject({ told: 'S', repeated: storedAtOnce === 1 });
  expect(readStored(rig).referrals.map(({ reference }) => reference)).toEqual([second.reference]);
  await again.stop();
  await deliverAll(rig);
  return { told: 'cut, then S' };
}

fault(1, { missing: signals }, (rig) => killedAt(rig, 'before-begin', 0));
fault(2, { missing: signals }, (rig) => killedAt(rig, 'before-commit', 0));
fault(3, { missing: signals }, async (rig) => {
  const shown = await killedAt(rig, 'after-commit', 1);
  expect(rig.mail.copies).toHaveLength(1);
  return shown;
});

// Clients keep a few forms going each, and press again after every answer that is not a reference.
fault(4, { missing: signals, timeoutMs: 3_600_000 }, (rig) =>
  killedAgainAndAgain(rig, { rounds: scaled(14, 500), enough: scaled(140, 10_000) }),
);

fault(4, { part: 'PostgreSQL', missing: postgres, timeoutMs: 3_600_000 }, async (rig) => {
  await onPostgres(rig);
  return killedAgainAndAgain(rig, { rounds: scaled(4, 500), enough: scaled(40, 10_000) });
});

async function killedAgainAndAgain(
  rig: Rig,
  { rounds, enough }: { rounds: number; enough: number },
) {
  const begun = rig.now();
  let unsure: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const desk = await aDesk(rig);
    // What was cut last time is sent again first.
    const retold = await Promise.all(unsure.map((token) => desk.post(token)));
    expect(retold.filter(({ told }) => told !== 'S')).toEqual([]);
    unsure = [];
    const perRound = Math.ceil((enough - rig.acknowledged.size) / (rounds - round));
    const target = rig.acknowledged.size + Math.max(0, perRound);
    const clients = Array.from({ length: 20 }, () => client(desk, unsure));
    await eventually(() => rig.acknowledged.size >= target || undefined, 60_000);
    await aWhile(Math.random() * 30);
    await rig.kill(desk);
    await Promise.all(clients);
  }
  const stored = new Map(
    readStored(rig).referrals.map(({ formToken, reference }) => [formToken, reference]),
  );
  for (const [token, reference] of rig.acknowledged) expect(stored.get(token)).toBe(reference);
  expect(rig.acknowledged.size).toBeGreaterThanOrEqual(enough);
  const seconds = Math.round((rig.now() - begun) / 1000);
  await deliverAll(rig, 1_200_000);
  return {
    told: 'S or cut',
    figure: `${rig.acknowledged.size} acknowledged, ${rounds} kills in ${seconds} s`,
  };
}

async function client(desk: Desk, unsure: string[]): Promise<void> {
  for (;;) {
    const token = aFormToken();
    const { told } = await desk.post(token);
    if (told === 'cut') {
      unsure.push(token);
      return;
    }
  }
}
