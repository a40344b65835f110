import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { directory } from '../../src/wiring.ts';
import { aReportForm } from '../support/reports/a-report-form.ts';
import type { Rig } from './rig/a-rig.ts';
import { canaries } from './rig/evidence/canaries.ts';
import { readStored } from './rig/evidence/stored.ts';
import { readReports } from './rig/evidence/stored-reports.ts';
import { fault } from './rig/fault.ts';
import { eventually } from './rig/processes/a-process.ts';
import { missing, mountSmall } from './rig/processes/machine.ts';
import { onPostgres } from './rig/processes/on-postgres.ts';
import { aReportDesk, EDITORS } from './rig/processes/report-desk.ts';
import { aSite, type RunningSite } from './rig/processes/site.ts';
import { aLetterThat, aWorker, waitUntilSettled } from './rig/processes/worker.ts';

const { postgres, signals } = missing;
const DAY_MS = 24 * 3_600_000;

const toEditors = (rig: Rig) => rig.mail.copies.filter(({ to }) => to === EDITORS);
const withEditors = { environment: { EDITORS_MAILBOX: EDITORS } };

fault(53, { missing: signals, ...withEditors }, async (rig) => {
  const points = [
    ['before-begin', 0],
    ['before-commit', 0],
    ['after-commit', 1],
  ] as const;
  for (const [index, [killAt, storedAtOnce]] of points.entries()) {
    const killFile = `${rig.folder}/kill-now`;
    const desk = await aReportDesk(rig, { killAt, killFile });
    rig.arm(killFile);
    const first = await desk.post();
    await desk.exited;
    rig.kills += 1;
    expect(first.told).toBe('cut');
    const before = index;
    expect(readReports(rig)).toHaveLength(before + storedAtOnce);
    expect(readStored(rig).letters).toHaveLength(before + storedAtOnce);

    const again = await aReportDesk(rig);
    const second = await again.post(first.token);
    expect(second).toMatchObject({ told: 'S', repeated: storedAtOnce === 1 });
    expect(readReports(rig)).toHaveLength(before + 1);
    expect(await again.reported()).toHaveLength(before + 1);
    await again.stop();
  }
  await deliverReports(rig);
  expect(toEditors(rig)).toHaveLength(points.length);
  return { told: 'cut, then S' };
});

fault(53, { part: 'PostgreSQL', missing: postgres, ...withEditors }, async (rig) => {
  await onPostgres(rig);
  const desk = await aReportDesk(rig);
  const posts = Promise.all(Array.from({ length: 10 }, () => desk.post()));
  await rig.kill(desk);
  const first = await posts;
  const again = await aReportDesk(rig);
  for (const { token } of first) expect((await again.post(token)).told).toBe('S');

  const reports = readReports(rig);
  expect(reports.map(({ formToken }) => formToken).toSorted()).toEqual(
    first.map(({ token }) => token).toSorted(),
  );
  await deliverReports(rig);
  expect(toEditors(rig)).toHaveLength(10);
  return { told: 'S or cut, then S' };
});

let small: ReturnType<typeof mountSmall>;
const onSmall = (folder: string) => {
  small = mountSmall(folder, '1m');
  return small;
};

fault(54, { disk: onSmall, missing: missing.tmpfs, ...withEditors }, async (rig) => {
  const desk = await aReportDesk(rig);
  let stored = 0;
  let refused = await desk.post();
  for (; refused.told === 'S'; stored += 1) refused = await desk.post();

  expect(refused.told).toBe('N');
  expect(await desk.reported()).toHaveLength(stored);
  expect((await desk.post(refused.token)).told).toBe('N');
  expect(readReports(rig)).toHaveLength(stored);
  small.grow('8m');
  expect(await desk.post(refused.token)).toMatchObject({ told: 'S', repeated: false });
  await deliverReports(rig);
  expect(toEditors(rig)).toHaveLength(stored + 1);
  return { told: 'S until full, then N, then S', figure: `${stored} until full` };
});

fault(55, { part: 'away', ...withEditors }, async (rig) => {
  await rig.mail.behave('refused');
  const desk = await aReportDesk(rig);
  await aWorker(rig);
  for (let count = 0; count < 3; count += 1) expect((await desk.post()).told).toBe('S');
  await eventually(() => rig.written.join('').includes('not-sent:unreachable'));
  expect(await desk.reported()).toHaveLength(3);

  await rig.mail.behave({});
  rig.letPass(10 * 60_000);
  await waitUntilSettled(rig);
  expect(toEditors(rig)).toHaveLength(3);
  return { told: 'S' };
});

fault(55, { part: 'mailbox gone', ...withEditors }, async (rig) => {
  await rig.mail.behave({
    recipient: (address) => (address === EDITORS ? '550 5.1.1 No such mailbox' : undefined),
  });
  const desk = await aReportDesk(rig);
  await aWorker(rig);
  expect((await desk.post()).told).toBe('S');
  await aLetterThat(rig, { kind: 'report', state: 'needs-human' });
  await eventually(() => rig.mail.copies.some(({ to }) => to === 'operator@mail.example'));

  expect(await desk.reported()).toEqual([expect.objectContaining({ facts: 'phone' })]);
  return { told: 'S' };
});

const ENDS = ['', '-wal', '-shm'];
const listing = directory.listings.find(({ status }) => status === 'open')?.slug ?? '';
const other = directory.listings.findLast(({ status }) => status === 'open')?.slug ?? '';

fault(56, { missing: signals, ...withEditors }, async (rig) => {
  const file = (end: string) => join(rig.dataDir, `referrals.sqlite${end}`);
  const kept = (end: string) => join(rig.folder, `kept.sqlite${end}`);
  const site = await aSite(rig);
  expect((await report(site, { facts: 'hours', words: canaries.summary })).status).toBe(303);
  await eventually(() => isReported(site));
  await waitUntilSettled(rig);
  for (const end of ENDS) copyFileSync(file(end), kept(end));
  for (const end of ENDS) rmSync(file(end), { force: true });
  await site.says(/"event":"report.listings-not-read"/, 20_000);

  expect(await isReported(site)).toBe(true);
  expect((await site.get(`/organisations/${other}/`)).status).toBe(200);
  const refused = await report(site, { facts: 'cost', words: canaries.summary });
  expect(refused.status).toBe(503);
  const page = await refused.text();
  expect(page).toContain(canaries.summary);
  expect(page).toContain('We did not save it');

  await rig.kill(site);
  for (const end of ENDS) rmSync(file(end), { force: true });
  for (const end of ['', '-wal']) copyFileSync(kept(end), file(end));
  const again = await aSite(rig);
  // From the first answer on.
  expect(await isReported(again)).toBe(true);
  return { told: 'S, then N' };
});

fault(57, { missing: signals, ...withEditors }, async (rig) => {
  const desk = await aReportDesk(rig);
  for (let count = 0; count < 5; count += 1) await desk.post();
  await deliverReports(rig);
  rig.letPass(200 * DAY_MS);
  const dying = await aWorker(rig, { killAt: 'after-shred', environment: { HURRY: '200' } });
  await dying.exited.catch(() => undefined);
  rig.kills += 1;
  const worker = await aWorker(rig);
  await eventually(() => readReports(rig).every(({ hasText }) => hasText === 0));
  await worker.stop();

  expect(readReports(rig)).toHaveLength(5);
  const kept = readStored(rig).letters.filter(({ kind, hasText }) => kind === 'report' && hasText);
  expect(kept).toEqual([]);
  expect(await desk.reported()).toHaveLength(5);
  return {};
});

async function deliverReports(rig: Rig): Promise<void> {
  const worker = await aWorker(rig);
  await waitUntilSettled(rig);
  await worker.stop();
}

async function isReported(site: RunningSite): Promise<boolean> {
  return (await (await site.get(`/organisations/${listing}/`)).text()).includes('data-reported');
}

/** A form as it comes from the server. */
async function report(site: RunningSite, fields: Record<string, string>): Promise<Response> {
  const path = `/report/?listing=${listing}`;
  const form = await (await site.get(path)).text();
  const formToken = /name="formToken"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? '';
  return fetch(site.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: site.headers(),
    body: aReportForm({ ...fields, formToken }).toString(),
  });
}
