import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { anImapServer } from '../support/mail/an-imap-server.ts';
import { eximNotice, outOfOffice, postfixReport } from '../support/mail/returned-mail.ts';
import type { Rig } from './rig/a-rig.ts';
import { fault } from './rig/fault.ts';
import { MINUTE_MS, oneLetter, referralCopies } from './rig/one-letter.ts';
import { eventually } from './rig/processes/a-process.ts';
import { missing } from './rig/processes/machine.ts';
import { runOperator } from './rig/processes/operator.ts';
import { aLetterThat, aWorker } from './rig/processes/worker.ts';
import { expectToldByReference } from './rig/told-by-reference.ts';

const { signals } = missing;
const POLL_MS = 4 * MINUTE_MS;
const bounced = { kind: 'referral', state: 'needs-human', lastOutcome: 'bounced' };

fault(49, { part: 'the mailbox cannot be read for a while', missing: signals }, async (rig) => {
  const imap = await aReturnMailbox(rig);
  await imap.behave({ refused: true });
  const letter = await oneLetter(rig, {}, { practice: 'F84012' });
  await letter.arrives();
  const report = eximNotice({ to: senderOf(rig) });
  imap.put(report);
  await letter.worker.says(/returns\.not-read.*unreachable/);
  for (const { how, told } of [
    { how: { login: 'refused' }, told: /returns\.not-read.*login/ },
    { how: { cutAt: 1 }, told: /returns\.not-read.*connection-lost/ },
  ] as const) {
    await imap.behave(how);
    rig.letPass(POLL_MS);
    await letter.worker.says(told);
  }
  expect(await letter.state()).toBe('handed-over');

  await imap.behave();
  rig.letPass(POLL_MS);
  await aLetterThat(rig, bounced);
  expect(await letter.state()).toBe('problem');
  rig.letPass(MINUTE_MS);
  await expectToldByReference(rig, letter.reference, ['borough@mail.example']);

  await runOperator(rig, ['redirect', letter.reference, 'west', '--reason', 'Mailbox gone']);
  await letter.arrives();
  imap.put(report);
  await afterAPoll(rig, imap);
  expect(await letter.state()).toBe('handed-over');
  return { told: 'S, H, problem, H' };
});

fault(
  49,
  { part: 'killed before it is noted how far it was read', missing: signals },
  async (rig) => {
    const imap = await aReturnMailbox(rig);
    const letter = await oneLetter(rig, {});
    await letter.arrives();
    await letter.worker.stop();
    imap.put(postfixReport({ to: senderOf(rig) }));
    const killed = await aWorker(rig, { killAt: 'before-place' });
    await killed.exited;
    rig.kills += 1;
    await aLetterThat(rig, bounced);

    await aWorker(rig);
    await afterAPoll(rig, imap);
    await expectToldByReference(rig, letter.reference);
    expect(await countBounces(rig, letter.reference)).toBe(1);
    return { told: 'S, H, problem' };
  },
);

fault(
  49,
  { part: 'two workers, and mails that say nothing or lie', missing: signals },
  async (rig) => {
    const imap = await aReturnMailbox(rig);
    const letter = await oneLetter(rig, {});
    await letter.arrives();
    const other = await letter.desk.post();
    await eventually(() => referralCopies(rig).length === 2);
    const to = senderOf(rig);
    const messageId = `<${letter.reference}@directory.example>`;
    imap.put(postfixReport({ to, action: 'delayed', status: '4.4.1' }));
    imap.put(outOfOffice({ to }));
    imap.put(postfixReport({ to: `returns+sp${'0'.repeat(32)}@directory.example`, messageId }));
    imap.put(postfixReport({ to }).slice(0, 600));
    await afterAPoll(rig, imap);
    expect(await letter.state()).toBe('handed-over');

    await aWorker(rig);
    const huge = postfixReport({ to, body: 'x'.repeat(2_000_000) });
    for (const report of [huge, huge, eximNotice({ to })]) imap.put(report);
    rig.letPass(POLL_MS);
    await aLetterThat(rig, bounced);
    await afterAPoll(rig, imap);
    expect(await letter.state()).toBe('problem');
    expect(await countBounces(rig, letter.reference)).toBe(1);
    expect((await letter.desk.progress(other.statusToken ?? '')).state).toBe('handed-over');
    return { told: 'S, H, problem; S, H' };
  },
);

/** A mailbox that letters come back to, each by the name of its try, and that the worker reads. */
async function aReturnMailbox(rig: Rig) {
  const imap = await anImapServer();
  rig.onClose(() => void imap.close());
  const caFile = join(rig.folder, 'authorities.pem');
  writeFileSync(caFile, readFileSync(rig.mail.caFile, 'utf8') + imap.ca);
  Object.assign(rig.environment, {
    RETURN_PATH: 'returns+@directory.example',
    RETURN_IMAP_URL: imap.url,
    NODE_EXTRA_CA_CERTS: caFile,
  });
  return imap;
}

/** Who sent the first letter, as the mail server heard it. */
function senderOf(rig: Rig): string {
  return referralCopies(rig)[0]?.from ?? '';
}

/** A whole look into the mailbox that began after this moment. */
async function afterAPoll(rig: Rig, { heard }: Awaited<ReturnType<typeof anImapServer>>) {
  const count = () => heard.filter((command) => command === 'LOGOUT').length;
  const before = count();
  rig.letPass(POLL_MS);
  await eventually(() => count() > before);
}

async function countBounces(rig: Rig, reference: string): Promise<number> {
  const shown = await runOperator(rig, ['show', reference]);
  return shown.match(/bounced, by return mailbox/g)?.length ?? 0;
}
