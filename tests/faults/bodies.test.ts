import { request } from 'node:http';
import { expect } from 'vitest';
import { fault } from './rig/fault.ts';
import { missing } from './rig/processes/machine.ts';
import { mostMemoryOf } from './rig/processes/memory.ts';
import { aSite } from './rig/processes/site.ts';

const MIB = 1024 * 1024;

fault(43, { missing: missing.proc, timeoutMs: 120_000 }, async (rig) => {
  const site = await aSite(rig, { nodeOptions: ['--max-old-space-size=128'] });
  await site.get('/refer/');
  await postBytes(site.port, MIB);
  const before = mostMemoryOf(site.nodePid());
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => postBytes(site.port, 100 * MIB)),
  );
  const grownMb = Math.round((mostMemoryOf(site.nodePid()) - before) / MIB);

  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(413));
  expect(grownMb).toBeLessThan(30);
  expect((await site.get('/health')).status).toBeLessThan(500);
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  return { told: '413', figure: `+${grownMb} MB, slowest 413 after ${slowest} ms` };
});

/** Sends until the server has answered, or cut. */
function postBytes(port: number, size: number): Promise<{ status: number; ms: number }> {
  const begun = performance.now();
  const chunk = Buffer.alloc(64 * 1024, 'a');
  return new Promise((resolve) => {
    let status = 0;
    const done = () => resolve({ status, ms: Math.round(performance.now() - begun) });
    const post = request({
      port,
      host: '127.0.0.1',
      path: '/refer/',
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': size,
        origin: `http://127.0.0.1:${port}`,
      },
    });
    post.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.resume();
      done();
    });
    post.on('error', done);
    let sent = 0;
    const more = () => {
      while (sent < size) {
        sent += chunk.length;
        if (!post.write(chunk)) return void post.once('drain', more);
      }
      post.end();
    };
    more();
  });
}
