import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { heldUpThenSent, MINUTE_MS, oneLetter, putRight } from './rig/one-letter.ts';
import { eventually } from './rig/processes/a-process.ts';
import { missing } from './rig/processes/machine.ts';

const { signals } = missing;

/** The alert goes by the mail server that was at fault: one, or none if that was over before it could go. */
async function expectOperatorTold(rig: Rig): Promise<void> {
  const isSettled = (state: string) => state === 'handed-over' || state === 'withdrawn';
  const alert = await eventually(() =>
    readStored(rig).letters.find(({ kind, state }) => kind === 'alert' && isSettled(state)),
  );
  const arrived = rig.mail.copies.filter(({ to }) => to === 'operator@mail.example');
  expect(arrived).toHaveLength(alert.state === 'handed-over' ? 1 : 0);
}

fault(17, { part: 'refused', missing: signals }, (rig) =>
  heldUpThenSent(rig, 'refused', 'not-sent:unreachable'),
);

const noSuchName = { SMTP_URL: 'smtp://directory:secret@no-such-host.invalid:587' };
fault(17, { part: 'no address', missing: signals, environment: noSuchName }, async (rig) => {
  const letter = await oneLetter(rig, {});
  await letter.ends('not-sent:unreachable');
  await letter.worker.stop();
  rig.environment.SMTP_URL = rig.mail.url;
  rig.letPass(10 * MINUTE_MS);
  rig.start({ program: 'scripts/deliver.ts', environment: {} });
  await letter.arrives();
  return { told: 'S, then H' };
});

fault(18, { part: 'no greeting', missing: signals }, (rig) =>
  heldUpThenSent(rig, 'no-greeting', 'not-sent:no-greeting'),
);
fault(18, { part: '421', missing: signals }, (rig) =>
  heldUpThenSent(rig, 'greeting-421', 'not-sent:try-later'),
);

for (const how of [
  'starttls-stripped',
  'untrusted-certificate',
  'expired-certificate',
  'wrong-name-certificate',
] as const) {
  fault(19, { part: how, missing: signals }, async (rig) => {
    const letter = await heldUpThenSent(rig, how, 'not-sent:tls');
    await eventually(() => rig.written.join('').includes('"level":"error"'));
    await expectOperatorTold(rig);
    return letter;
  });
}

for (const [how, outcome] of [
  ['login-535', 'not-sent:login'],
  ['sender-550', 'not-sent:sender-refused'],
] as const) {
  fault(20, { part: how, missing: signals }, async (rig) => {
    const letter = await oneLetter(rig, how);
    for (let more = 0; more < 4; more += 1) await letter.desk.post();
    await letter.ends(outcome);
    expect(await letter.state()).toBe('saved');
    await putRight(rig, 10 * MINUTE_MS);
    await eventually(() => rig.mail.copies.length >= 5);
    await letter.arrives();
    await expectOperatorTold(rig);
    return { told: 'S, then H' };
  });
}

fault(20, { part: 'relay-550', missing: signals }, async (rig) => {
  const letter = await oneLetter(rig, 'relay-550');
  for (let more = 0; more < 4; more += 1) await letter.desk.post();
  await letter.ends('not-sent:account-refused');
  rig.letPass(2 * MINUTE_MS);
  await eventually(() => readStored(rig).letters.some(({ kind }) => kind === 'alert'));
  expect(await letter.state()).toBe('saved');
  await putRight(rig, 10 * MINUTE_MS);
  await eventually(() => rig.mail.copies.length >= 5);
  await letter.arrives();
  await expectOperatorTold(rig);
  return { told: 'S, then H' };
});

for (const code of [450, 451, 452] as const) {
  fault(21, { part: String(code), missing: signals }, (rig) =>
    heldUpThenSent(rig, `recipient-${code}`, 'not-sent:try-later'),
  );
}

fault(21, { part: 'hangs up', missing: signals }, (rig) =>
  heldUpThenSent(rig, 'recipient-hangs-up', 'not-sent:hung-up'),
);

fault(24, { missing: signals }, async (rig) => {
  const letter = await oneLetter(rig, 'reset-mid-text');
  await letter.ends('maybe-sent:connection-lost', 'maybe-sent');
  await putRight(rig, 20 * MINUTE_MS);
  await letter.arrives();
  expect(await letter.state()).toBe('handed-over');
  return { told: 'S, then H' };
});
