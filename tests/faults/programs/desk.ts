/**
 * A desk that takes referrals: the real modules behind a bare HTTP port, without the pages, so that it
 * starts in a fraction of a second and can be killed hundreds of times.
 * POST /<form token> with answers as JSON; GET /<status token>; GET / for health.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answers } from '../../../src/referral/form/answers.ts';
import { openReferrals, openStore } from '../../../src/wiring.ts';

// Refuses to start as the server does.
const store = await openStore();
const referrals = openReferrals();

const server = createServer(async (request, response) => {
  const token = (request.url ?? '/').slice(1);
  try {
    if (request.method === 'POST') {
      const answers = JSON.parse(await readAll(request)) as Answers;
      response.end(JSON.stringify(await referrals.accept(answers, token, 'en')));
    } else if (token) {
      response.end(JSON.stringify((await referrals.findProgress(token)) ?? {}));
    } else {
      const health = await referrals.health().catch(() => ({ writable: false }));
      response.end(JSON.stringify(health));
    }
  } catch (fault) {
    response.statusCode = 500;
    response.end(JSON.stringify({ kind: fault instanceof Error ? fault.name : 'fault' }));
  }
});

process.once('SIGTERM', () => {
  server.close(async () => {
    await store.close();
    process.exit(0);
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`The desk is at http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

async function readAll(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
