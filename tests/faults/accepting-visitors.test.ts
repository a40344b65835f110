import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { filledIn } from './rig/form-fields.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { missing } from './rig/processes/machine.ts';
import { aSite, type RunningSite } from './rig/processes/site.ts';
import { waitUntilSettled } from './rig/processes/worker.ts';

const { signals } = missing;

/** Bytes of the form's post; `sent` of them are written before the socket is left as it is. */
function rawPost(site: RunningSite, token: string, share = 1) {
  const body = filledIn(token).toString();
  const headers = Object.entries({
    host: `127.0.0.1:${site.port}`,
    'content-length': Buffer.byteLength(body),
    ...site.headers(),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `POST /refer/ HTTP/1.1\r\n${headers.join('')}\r\n${body}`;
  const socket = connect(site.port, '127.0.0.1');
  socket.on('error', () => undefined);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const written = new Promise<void>((resolve) => {
    socket.write(text.slice(0, Math.floor(text.length * share)), () => resolve());
  });
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(answer)));
  return { socket, written, closed };
}

fault(5, { missing: signals }, async (rig) => {
  const site = await aSite(rig);
  const token = await site.openForm();
  await aWhile(3100);
  rig.attempted.add(token);
  const { socket, written } = rawPost(site, token);
  await written;
  socket.destroy();
  const row = await eventually(() => readStored(rig).referrals[0]);
  const again = await site.post(token);
  expect(again).toMatchObject({ told: 'S', reference: row.reference });
  expect(readStored(rig).referrals).toHaveLength(1);
  await waitUntilSettled(rig);
  return { told: 'nothing, then S' };
});

fault(6, { missing: signals }, async (rig) => {
  const site = await aSite(rig);
  const token = await site.openForm();
  const begun = performance.now();
  const stalled = Array.from({ length: 20 }, () => rawPost(site, token, 0.7));
  // Others are served meanwhile.
  const other = await site.openForm();
  await aWhile(3100);
  expect((await site.post(other)).told).toBe('S');
  const answers = await Promise.all(stalled.map(({ closed }) => closed));
  const seconds = (performance.now() - begun) / 1000;
  // Sooner than a socket that is merely idle.
  expect(seconds).toBeLessThan(30);
  expect(answers.filter((answer) => answer && !answer.startsWith('HTTP/1.1 408'))).toEqual([]);
  expect(readStored(rig).referrals).toHaveLength(1);
  await waitUntilSettled(rig);
  return { told: '408', figure: `cut after ${seconds.toFixed(1)} s` };
});

fault(48, { missing: signals }, async (rig) => {
  const site = await aSite(rig);
  const tokens = await Promise.all(Array.from({ length: 20 }, () => site.openForm()));
  // The server holds what comes sooner than three seconds, so all 20 are under way.
  const posts = tokens.map((token) => {
    rig.attempted.add(token);
    return rawPost(site, token);
  });
  await Promise.all(posts.map(({ written }) => written));
  // It answers later ones only once it has heard of these.
  for (let later = 0; later < 3; later += 1) await site.get('/health');
  const begun = performance.now();
  expect(await site.stop()).toBe(0);
  const seconds = (performance.now() - begun) / 1000;
  const answers = await Promise.all(posts.map(({ closed }) => closed));
  expect(answers.filter((answer) => !answer.startsWith('HTTP/1.1 303 '))).toEqual([]);
  expect(readStored(rig).referrals).toHaveLength(20);

  const again = await aSite(rig);
  for (const token of tokens) expect((await again.post(token)).told).toBe('S');
  await waitUntilSettled(rig);
  return { told: 'S, 20 times', figure: `stopped in ${seconds.toFixed(1)} s` };
});

fault(3, { part: 'real server', missing: signals, timeoutMs: 120_000 }, async (rig) => {
  const killFile = `${rig.folder}/kill-now`;
  const site = await aSite(rig, { killAt: 'after-commit', killFile });
  const token = await site.openForm();
  rig.environment.SMTP_URL = 'smtp://127.0.0.1:9';
  await aWhile(3100);
  rig.arm(killFile);
  expect((await site.post(token)).told).toBe('cut');
  await site.exited;
  rig.kills += 1;
  rig.environment.SMTP_URL = rig.mail.url;
  const again = await aSite(rig);
  const rows = readStored(rig).referrals.length;
  expect((await again.post(token)).told).toBe('S');
  expect(readStored(rig).referrals).toHaveLength(1);
  await waitUntilSettled(rig);
  return { told: 'cut, then S', figure: `${rows} stored when killed` };
});

fault(44, { missing: signals, timeoutMs: 120_000 }, async (rig) => {
  const preload = ['--import', resolve('tests/faults/programs/unhandled.mjs')];
  const whenFile = `${rig.folder}/reject-now`;
  const environment = { REJECT_WHEN_FILE: whenFile };
  const site = await aSite(rig, { nodeOptions: preload, environment });
  const token = await site.openForm();
  writeFileSync(whenFile, '');
  await eventually(() => site.log().includes('server.unhandled'));
  await eventually(() => site.log().includes('worker.failed'));
  await aWhile(3100);
  expect(site.isRunning()).toBe(true);
  expect(site.log()).toContain('"event":"server.unhandled","fault":"Error"');
  expect((await site.post(token)).told).toBe('S');
  await waitUntilSettled(rig);
  return { told: 'S' };
});
