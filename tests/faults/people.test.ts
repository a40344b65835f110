import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { canaryAnswers } from './rig/evidence/canaries.ts';
import { readStored } from './rig/evidence/stored.ts';
import { exampleRouting } from './rig/example-routing.ts';
import { fault } from './rig/fault.ts';
import { decode, expectWholeLetter, HOUR_MS, MINUTE_MS, referralCopies } from './rig/one-letter.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { aDesk, aFormToken } from './rig/processes/desk.ts';
import { missing } from './rig/processes/machine.ts';
import { aLetterThat, aWorker } from './rig/processes/worker.ts';

const { signals } = missing;

fault(47, { missing: signals }, async (rig) => {
  const desk = await aDesk(rig);
  const sent = await desk.post(aFormToken(), { ...canaryAnswers, practice: 'F84012' });
  expect((await desk.progress(sent.statusToken ?? '')).team).toContain('east');
  await desk.stop();
  rig.writeRouting({ version: 'second', practices: { F84012: 'west' } });
  await aWorker(rig);
  const letter = await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  expect(letter).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });
  expect(readStored(rig).referrals[0]).toMatchObject({
    teamAtAccept: 'east',
    routeVersionAtAccept: exampleRouting.version,
  });
  expect(rig.mail.copies.map(({ to }) => to)).toEqual([exampleRouting.teams.west.mailbox]);
  expectWholeLetter(rig);
  await letMondayCome(rig);
  const listOf = (team: 'east' | 'west') => () =>
    rig.mail.copies.find(
      ({ to, bytes }) =>
        to === exampleRouting.teams[team].mailbox &&
        /^Subject: \d self-referrals? sent/m.test(bytes.toString()),
    );
  const before = await eventually(listOf('east'));
  const now = await eventually(listOf('west'));
  expect(decode(before.bytes)).toMatch(`${sent.reference}  sent`);
  expect(decode(before.bytes)).toContain('to the team of the west');
  expect(decode(now.bytes)).toMatch(`${sent.reference}  sent`);
  const again = await aDesk(rig);
  expect((await again.progress(sent.statusToken ?? '')).team).toContain('west');
  return { told: 'S, then H, with the team of today' };
});

fault(47, { part: 'while all runs', missing: signals }, async (rig) => {
  await rig.mail.behave('refused');
  const desk = await aDesk(rig);
  await aWorker(rig);
  const toEast = { ...canaryAnswers, practice: 'F84012' };
  const sent = await desk.post(aFormToken(), toEast);
  rig.writeRouting({ version: 'second', practices: { F84012: 'west' } });
  await eventually(async () =>
    (await desk.progress(sent.statusToken ?? '')).team?.includes('west'),
  );
  await rig.mail.behave({});
  rig.letPass(10 * MINUTE_MS);
  const letter = await aLetterThat(rig, { kind: 'referral', state: 'handed-over' });
  expect(letter).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });

  rig.writeRouting({ version: 'third', borough: 'nobody' });
  rig.letPass(MINUTE_MS);
  await eventually(async () => (await desk.health()).troubles?.includes('routing-refused'));
  await eventually(() => rig.mail.copies.some(({ to }) => to === 'operator@mail.example'));
  const second = await desk.post(aFormToken(), toEast);
  const after = await aLetterThat(rig, { reference: second.reference ?? '', state: 'handed-over' });
  expect(after).toMatchObject({ sentToTeam: 'west', routeVersionAtSend: 'second' });
  const mailboxes = new Set(referralCopies(rig).map(({ to }) => to));
  expect([...mailboxes]).toEqual([exampleRouting.teams.west.mailbox]);
  return { told: 'S, then H, with the team of today' };
});

/** The next one, at eight in the morning. */
async function letMondayCome(rig: Rig): Promise<void> {
  const isEarlyMonday = () => {
    const now = new Date(rig.now());
    return now.getUTCDay() === 1 && now.getUTCHours() < 8;
  };
  if (isEarlyMonday()) {
    rig.letPass(8 * HOUR_MS);
    await aWhile(1500);
  }
  while (!isEarlyMonday()) rig.letPass(HOUR_MS);
  rig.letPass(8 * HOUR_MS);
}
