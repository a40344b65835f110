/** Covers src/platform/http/post-json.ts. */
import { once } from 'node:events';
import { createServer } from 'node:https';
import { expect, onTestFinished, test } from 'vitest';
import { createJsonPost } from '../../../../src/platform/http/post-json.ts';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { createAlertPosts } from '../../../../src/referral/follow-up/alert-posts.ts';
import { aMailServer } from '../../../support/mail/a-mail-server.ts';
import { createAuthority } from '../../../support/mail/certificates.ts';
import { aDelivery } from '../../../support/referral/a-delivery.ts';
import { MINUTE_MS } from '../../../support/referral/a-store.ts';

test('is told by another way that letters wait while the mail server is away, once, and when it is over', async () => {
  const { worker, mail, webhook, work } = await anOutage();
  const { reference } = await worker.accepts('a');
  await work();
  expect(webhook.posts).toEqual([]);
  for (let minute = 0; minute < 18; minute += 1) {
    worker.pass(MINUTE_MS);
    await work();
  }
  expect(webhook.posts).toEqual([
    {
      status: 'degraded',
      troubles: expect.arrayContaining(['mail-unreachable', 'letters-waiting']),
      counts: { pending: 1, maybeSent: 0, needsHuman: 0, unconfirmed: 0, neverConfirmed: 0 },
    },
  ]);
  expect(JSON.stringify(webhook.posts)).not.toContain(reference);

  await mail.behave();
  // Until the letter's own next try.
  for (let minute = 0; minute < 40; minute += 1) {
    worker.pass(MINUTE_MS);
    await work();
  }
  expect(webhook.posts.slice(1)).toMatchObject([{ status: 'ok', troubles: [] }]);
});

test('what is not taken is tried again, later each time, and logged once', async () => {
  const { worker, webhook, work } = await anOutage();
  await worker.accepts('a');
  worker.pass(16 * MINUTE_MS);
  webhook.status = 503;
  const asked = [];
  for (let minute = 0; minute < 9; minute += 1) {
    await work();
    asked.push(webhook.posts.length);
    worker.pass(MINUTE_MS);
  }
  expect(asked).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4]);
  expect(worker.logged.filter(({ event }) => event === 'alert-post.not-taken')).toHaveLength(1);
});

test('a post ends by itself where nobody answers, or nobody is known', async () => {
  const { url, ca, webhook } = await aWebhook();
  webhook.silent = true;
  expect(await createJsonPost(url, { ca, timeoutMs: 200 })({})).toBe(false);
  webhook.silent = false;
  expect(await createJsonPost(url, { ca })({})).toBe(true);
  expect(await createJsonPost(url)({})).toBe(false);
});

async function anOutage() {
  const mail = await aMailServer();
  onTestFinished(mail.close);
  await mail.behave('refused');
  const { url, ca, webhook } = await aWebhook();
  const from = 'referrals@directory.example';
  const worker = await aDelivery({ send: createSmtpSender({ url: mail.url, from, ca: mail.ca }) });
  const postAlerts = createAlertPosts({
    ...worker.about,
    post: createJsonPost(url, { ca }),
    elapsedMs: () => worker.clock.elapsed,
  });
  async function work(): Promise<void> {
    await worker.delivery.deliverDue();
    await worker.watch();
    await postAlerts();
  }
  return { worker, mail, webhook, work };
}

/** A real server that takes posts over TLS, or answers `status`, or nothing. */
async function aWebhook() {
  const authority = createAuthority('Authority of one test');
  const posts: unknown[] = [];
  const webhook = { posts, status: 204, silent: false };
  const server = createServer(authority.issue(), async (request, response) => {
    const chunks = await request.toArray();
    posts.push(JSON.parse(Buffer.concat(chunks).toString()));
    if (!webhook.silent) response.writeHead(webhook.status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return { url: `https://127.0.0.1:${port}/alerts`, ca: authority.cert, webhook };
}
