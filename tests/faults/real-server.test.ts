import { statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Rig } from './rig/a-rig.ts';
import { canaries } from './rig/evidence/canaries.ts';
import { readStored } from './rig/evidence/stored.ts';
import { fault } from './rig/fault.ts';
import { aWhile, eventually } from './rig/processes/a-process.ts';
import { missing, mountSmall } from './rig/processes/machine.ts';
import { aSite } from './rig/processes/site.ts';
import { waitUntilSettled } from './rig/processes/worker.ts';

const { signals } = missing;

let small: ReturnType<typeof mountSmall>;
const onSmall = (folder: string) => {
  small = mountSmall(folder, '2m');
  return small;
};

fault(
  8,
  { part: 'real server', disk: onSmall, missing: missing.tmpfs, timeoutMs: 120_000 },
  async (rig) => {
    const site = await aSite(rig);
    const token = await site.openForm();
    const { bavail, bsize } = statfsSync(rig.dataDir);
    writeFileSync(join(rig.dataDir, '..', 'filler'), Buffer.alloc(bavail * bsize));
    await aWhile(3100);
    const refused = await eventually(async () => {
      const sent = await site.post(token);
      return sent.told !== 'S' ? sent : undefined;
    });
    expect(refused).toMatchObject({ told: 'N', status: 503 });
    // Every typed value is still on the page, and nowhere else.
    for (const value of [
      canaries.fullName,
      canaries.email,
      canaries.safetyNote,
      canaries.secondLine,
    ]) {
      expect(refused.page).toContain(value);
    }
    expect(await (await site.get('/health')).json()).toMatchObject({
      status: 'down',
      referrals: { status: 'down', troubles: ['disk-nearly-full'] },
    });
    expect(readStored(rig).referrals).toEqual([]);
    small.grow('16m');
    expect((await site.post(token)).told).toBe('S');
    await waitUntilSettled(rig);
    return { told: 'N with every answer, then S' };
  },
);

for (const [part, environment, says] of [
  ['no key in production', { NODE_ENV: 'production', REFERRAL_KEY: '' }, 'REFERRAL_KEY is not set'],
  ['a key that is too short', { REFERRAL_KEY: 'c2hvcnQ=' }, 'expected 32 bytes'],
] as const) {
  fault(16, { part, missing: signals }, async (rig) => {
    const said = await aSite(rig, { environment }).then(
      () => 'started',
      (why: unknown) => String(why),
    );
    expect(said).toContain('REFERRAL_KEY');
    expect(said).toContain(says);
    expect(readStored(rig).referrals).toEqual([]);
    return { told: 'no server' };
  });
}

fault(39, { missing: signals, timeoutMs: 180_000 }, async (rig) => {
  const engine = await aBrokenEngine(rig);
  const site = await aSite(rig, {
    environment: { MEILI_URL: engine.url, MEILI_SEARCH_KEY: 'key' },
  });
  const tokens = await Promise.all([1, 2, 3].map(() => site.openForm()));
  await aWhile(3100);
  const times: string[] = [];
  for (const how of ['garbage', 'slow', 'dead'] as const) {
    await engine.behave(how);
    const begun = performance.now();
    const page = await site.get('/search/?q=food+bank');
    times.push(`${how} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('/organisations/');
    expect((await site.post(tokens.pop() ?? '')).told).toBe('S');
  }
  expect(engine.heard().join('\n')).not.toContain(canaries.fullName);
  await waitUntilSettled(rig);
  return { told: 'S; a list of places', figure: times.join(', ') };
});

/** In place of the search engine: says nothing for 30 s, says rubbish, or is not there. */
async function aBrokenEngine(rig: Rig) {
  let how: 'garbage' | 'slow' | 'dead' = 'garbage';
  const heard: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk) => heard.push(String(chunk)));
    heard.push(request.url ?? '');
    const answer = () => response.end('<html>not what you think');
    if (how === 'garbage') answer();
    else setTimeout(answer, 30_000).unref();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  rig.onClose(() => server.closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard: () => heard,
    async behave(next: typeof how) {
      how = next;
      if (how !== 'dead') return;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
