// The site behind nginx and Caddy as docs/run-the-site.md sets them up: docs/deploy/nginx.conf, docs/deploy/Caddyfile.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { aProductionSite, PRODUCTION_URL } from '../support/site/a-production-site.ts';
import { aProxy, type ProxyName, proxies } from '../support/site/a-proxy.ts';
import { aFormToken } from '../support/site/a-referral-site.ts';
import { aServer } from '../support/site/a-server.ts';
import { askProxy } from '../support/site/ask-proxy.ts';

const FORM = { origin: PRODUCTION_URL, 'content-type': 'application/x-www-form-urlencoded' };
const { host: HOST } = new URL(PRODUCTION_URL);
const sendLimit = 30;
const names: ProxyName[] = ['nginx', 'caddy'];

describe.each(names)('behind %s', (name) => {
  const isHere = proxies[name];
  const title = isHere ? '' : ` [skipped: there is no ${name}]`;
  let site: Awaited<ReturnType<typeof aProductionSite>>;
  let proxy: Awaited<ReturnType<typeof aProxy>>;
  beforeAll(async () => {
    if (!isHere) return;
    site = await aProductionSite();
    proxy = await aProxy(name, [site.port]);
  });
  afterAll(async () => {
    await proxy?.close();
    await site?.stop();
  });
  const send = (from: string, headers: Record<string, string> = {}) =>
    askProxy(proxy, '/refer/', {
      from,
      headers: { ...FORM, ...headers },
      form: aReferralForm({ formToken: aFormToken(), step: 'send' }).toString(),
    });

  test.skipIf(!isHere)(
    `visitors get pages by https, and are sent there from http${title}`,
    async () => {
      const page = await askProxy(proxy, '/bn/needs/food/');
      const plain = await fetch(`${proxy.httpOrigin}/bn/?a=b`, {
        redirect: 'manual',
        headers: { host: HOST },
      });

      expect(page.status).toBe(200);
      expect(page.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
      expect([301, 308]).toContain(plain.status);
      expect(new URL(plain.headers.get('location') ?? '').pathname).toBe('/bn/');
    },
  );

  test.skipIf(!isHere)(`HTTP/2 is spoken, also to send a form${title}`, async () => {
    const session = connectHttp2(proxy.origin, { ca: proxy.ca, servername: HOST });
    const stream = session.request({
      ':method': 'POST',
      ':path': '/refer/',
      ':authority': HOST,
      ...FORM,
    });
    stream.end(aReferralForm({ formToken: aFormToken(), step: 'send' }).toString());
    const [headers] = await once(stream, 'response');
    session.destroy();

    expect(session.alpnProtocol).toBe('h2');
    expect(headers[':status']).toBe(303);
    expect(headers.location).toMatch(/^\/refer\/status\//);
  });

  test.skipIf(!isHere)(
    `compressed answers pass as they are, and unchanged ones are not sent again${title}`,
    async () => {
      const packed = { 'accept-encoding': 'br, gzip' };
      const built = await askProxy(proxy, '/', { headers: packed });
      const made = await askProxy(proxy, '/search/?q=food', { headers: packed });
      const bare = await askProxy(proxy, '/');
      const again = await askProxy(proxy, '/', {
        headers: { ...packed, 'if-none-match': built.headers.etag ?? '' },
      });

      expect(built.headers['content-encoding']).toBe('br');
      expect(['br', 'gzip']).toContain(made.headers['content-encoding']);
      expect(bare.headers['content-encoding']).toBeUndefined();
      expect(bare.text).toContain('<!DOCTYPE html>');
      expect(again.status).toBe(304);
    },
  );

  test.skipIf(!isHere)(
    `limits count each visitor, whatever a visitor claims to be${title}`,
    async () => {
      const answers = [];
      for (let turn = 0; turn <= sendLimit; turn += 1) {
        answers.push((await send('127.2.0.1', { 'x-forwarded-for': `198.51.100.${turn}` })).status);
      }

      expect(answers.slice(0, sendLimit).every((status) => status === 303)).toBe(true);
      expect(answers[sendLimit]).toBe(429);
      expect((await send('127.2.0.2')).status).toBe(303);
      expect((await (await site.get('/health')).json()).referrals.troubles).toEqual([]);
    },
  );

  test.skipIf(!isHere)(`a referral's page is kept by nobody on its way${title}`, async () => {
    const { headers } = await send('127.2.0.3');
    const page = await askProxy(proxy, String(headers.location));

    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'cache-control': expect.stringMatching(/no-store/),
      'referrer-policy': 'no-referrer',
    });
    expect(page.headers['content-security-policy']).toBeTruthy();
  });

  test.skipIf(!isHere)(
    `who asks through the proxy is told no details of /health${title}`,
    async () => {
      const own = await (await site.get('/health')).json();
      const through = JSON.parse((await askProxy(proxy, '/health')).text);

      expect(own.referrals).toHaveProperty('pending');
      expect(through.referrals).not.toHaveProperty('pending');
    },
  );

  test.skipIf(!isHere)(
    `a long address gets the site's own answer, and a boundless one is refused${title}`,
    async () => {
      const ask = async (length: number) => {
        const { status, text } = await askProxy(proxy, `/search/?q=${'a'.repeat(length)}`);
        return { status, isOurs: text.includes('lang="so"') || text.includes('<main') };
      };

      expect((await ask(12_000)).isOurs).toBe(true);
      expect(await ask(17_000)).toEqual({ status: 414, isOurs: true });
      expect([400, 414, 431]).toContain((await ask(100_000)).status);
    },
  );

  test.skipIf(!isHere)(
    `the server is told who asked, for which name and how, and little else${title}`,
    async () => {
      const heard: Record<string, unknown>[] = [];
      const behind = await aServer({
        handler: async (request, response) => {
          heard.push({ ...request.headers });
          response.end('heard');
        },
      });
      const before = await aProxy(name, [behind.port]);
      await askProxy(before, '/hear/', {
        from: '127.2.0.4',
        headers: {
          'x-forwarded-for': '1.1.1.1',
          'x-forwarded-proto': 'http',
          'x-sees-details': 'yes',
        },
      });
      await before.close();
      behind.close();

      const { host, ...rest } = heard[0] ?? {};
      expect(host).toBe(HOST);
      expect(Object.keys(rest).filter((each) => each === 'x-sees-details')).toEqual([]);
      // Untrusted here, so the server's own view of the client is the proxy.
      expect(rest['x-client-address']).toBe('127.0.0.1');
    },
  );

  test.skipIf(!isHere)(
    `no log holds what was searched for, also while the site is down${title}`,
    async () => {
      const down = await aServer();
      const before = await aProxy(name, [down.port]);
      await askProxy(before, '/search/?q=sorrowful-words');
      down.close();
      const answer = await askProxy(before, '/search/?q=sorrowful-words', { from: '127.2.0.5' });
      const files = readdirSync(join(before.folder, 'logs')).map((file) =>
        readFileSync(join(before.folder, 'logs', file), 'utf8'),
      );
      await before.close();

      expect(answer.status).toBe(502);
      expect([before.log(), ...files].join('\n')).not.toMatch(/sorrowful|127\.2\.0\.5/);
    },
  );
});
