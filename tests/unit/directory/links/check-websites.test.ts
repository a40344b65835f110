/**
 * Against real servers on this machine: Covers src/directory/links/judge-website.ts,
 * src/directory/links/format-websites.ts, src/directory/links/network-watch.ts, src/platform/http/ask-website.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  checkWebsites,
  collectWebsites,
  type WebsiteResult,
} from '../../../../src/directory/links/check-websites.ts';
import { formatWebsites } from '../../../../src/directory/links/format-websites.ts';
import { judgeWebsite } from '../../../../src/directory/links/judge-website.ts';
import { createNetworkWatch } from '../../../../src/directory/links/network-watch.ts';
import { askWebsite } from '../../../../src/platform/http/ask-website.ts';
import { createAuthority } from '../../../support/mail/certificates.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const page = '<title>Bow Lunch Club</title><p>Lunch is parked outside the park.</p>';
const ok: Answer = (_, response) => response.end(page);
const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end();
const redirect =
  (code: number, to: string): Answer =>
  (_, response) =>
    response.writeHead(code, { location: to }).end();

describe('what became of a website', () => {
  test.each<[string, Record<string, Answer>, string, string]>([
    ['works', { '/': ok }, 'works', 'works'],
    ['is gone', { '/': status(404) }, 'dead', 'answered 404'],
    ['is gone for good', { '/': status(410) }, 'dead', 'answered 410'],
    ['has a bad day', { '/': status(503) }, 'unclear', 'answered 503'],
    ['keeps programs out', { '/': status(403) }, 'unclear', 'answered 403'],
    [
      'moved for good',
      { '/': redirect(301, '/new'), '/new': ok },
      'moved',
      'has moved to ORIGIN/new',
    ],
    [
      'moved in two steps',
      { '/': redirect(308, '/a'), '/a': redirect(301, '/new'), '/new': ok },
      'moved',
      'has moved to ORIGIN/new',
    ],
    [
      'leads on for now',
      { '/': redirect(302, '/new'), '/new': ok },
      'works',
      'leads to ORIGIN/new for now',
    ],
    [
      'moved to what is gone',
      { '/': redirect(301, '/new'), '/new': status(404) },
      'dead',
      'answered 404',
    ],
    [
      'leads in a circle',
      { '/': redirect(301, '/a'), '/a': redirect(301, '/') },
      'dead',
      'leads round in a circle',
    ],
    [
      'is for sale',
      { '/': (_, response) => response.end('<h1>This domain is for sale!</h1>') },
      'parked',
      'its name is for sale, or shows advertisements',
    ],
    [
      'hangs up on HEAD',
      {
        '/': (request, response) =>
          request.method === 'HEAD' ? request.socket.destroy() : response.end(page),
      },
      'works',
      'works',
    ],
    [
      'knows no HEAD',
      {
        '/': (request, response) =>
          request.method === 'HEAD' ? response.writeHead(405).end() : response.end(page),
      },
      'works',
      'works',
    ],
    [
      'sends without end',
      { '/': (request, response) => sendOn(request, response) },
      'works',
      'works',
    ],
  ])('one that %s', async (_, answers, verdict, detail) => {
    const origin = await aSite(answers);
    const judged = await judgeWebsite(`${origin}/`, askWebsite);
    expect({ ...judged, detail: judged.detail.replace(origin, 'ORIGIN') }).toMatchObject({
      verdict,
      detail,
    });
  });

  test('a page that leads to the front page may itself be gone', async () => {
    const origin = await aSite({ '/page': redirect(301, '/'), '/': ok });
    const { detail, newAddress } = await judgeWebsite(`${origin}/page`, askWebsite);
    expect(detail).toContain('the page itself may be gone');
    expect(newAddress).toBe(`${origin}/`);
  });

  test('nothing answers, or never', async () => {
    const silent = await aSite({ '/': () => undefined });
    const short = (url: string, method: 'HEAD' | 'GET') => askWebsite(url, method, 200);
    expect(await judgeWebsite(`${silent}/`, short)).toMatchObject({
      verdict: 'unclear',
      detail: 'did not answer in time',
    });
    expect(await judgeWebsite('http://127.0.0.1:9/', askWebsite)).toMatchObject({
      verdict: expect.stringMatching(/dead|unclear/),
    });
    expect(await judgeWebsite('http://nowhere.invalid/', askNothing)).toMatchObject({
      verdict: 'dead',
    });
  });

  test('a certificate that no browser trusts', async () => {
    const { cert, key } = createAuthority('Nobody').issue();
    const server = createTlsServer({ cert, key }, ok);
    const origin = (await listen(server)).replace('http:', 'https:');
    expect(await judgeWebsite(`${origin}/`, askWebsite)).toMatchObject({
      verdict: 'certificate',
      detail: expect.stringMatching(/CERT|SIGNED|VERIFY/),
    });
  });
});

describe('asking for all websites', () => {
  test('one host is never asked twice at once, and what is known is not asked again', async () => {
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const answer: Answer = (request, response) => {
      open += 1;
      most = Math.max(most, open);
      asked.push(request.url ?? '');
      setImmediate(() => {
        open -= 1;
        response.end(page);
      });
    };
    const origin = await aSite({ '/a': answer, '/b': answer, '/c': answer, '/d': answer });
    const kept: WebsiteResult[] = [];
    const paused: number[] = [];
    const run = (known: WebsiteResult[]) =>
      checkWebsites(
        ['/a', '/b', '/c', '/d'].map((path) => ({ website: origin + path, listings: [path] })),
        {
          ask: askWebsite,
          now: () => new Date('2000-05-03T12:00:00Z'),
          wait: async (ms) => void paused.push(ms),
          known,
          keepDays: 7,
          goesOn: () => true,
          keep: (result) => void kept.push(result),
        },
      );
    const first = await run([]);
    expect(first.map(({ verdict }) => verdict)).toEqual(['works', 'works', 'works', 'works']);
    expect(most).toBe(1);
    expect(paused).toEqual([1_000, 1_000, 1_000]);
    expect(kept).toEqual(first);

    asked.length = 0;
    const [a, b, c, d] = first;
    if (!a || !b || !c || !d) throw new Error('four results');
    const old = { ...b, checkedAt: '2000-04-20T12:00:00Z' };
    await run([a, old, { ...c, verdict: 'unclear' }]);
    // Twice each: HEAD and GET.
    expect([...new Set(asked)]).toEqual(['/b', '/c', '/d']);
  });

  test('listings that share a website share its result; closed ones are not asked for', () => {
    const website = 'https://bow.example';
    expect(
      collectWebsites([
        { slug: 'a', status: 'open', website },
        { slug: 'b', status: 'paused', website },
        { slug: 'c', status: 'closed', website },
        { slug: 'd', status: 'open' },
      ]),
    ).toEqual([{ website, listings: ['a', 'b'] }]);
  });

  test('a machine without a network learns nothing of anybody', () => {
    const result = { website: 'https://a.example', listings: ['a'], checkedAt: '' };
    const none = { ...result, verdict: 'dead' as const, detail: 'there is no site of this name' };
    const gone = { ...none, detail: 'answered 404' };
    const network = createNetworkWatch();
    expect(network.see(none)).toEqual([]);
    expect(network.rest()).toEqual([]);
    expect(network.see(gone)).toEqual([none, gone]);
    expect(network.see(none)).toEqual([]);
    expect(network.rest()).toEqual([none]);
    for (let count = 0; count < 10; count += 1) expect(network.see(none)).toEqual([]);
    expect(network.isLost()).toBe(true);
    expect(network.rest()).toEqual([]);
  });

  test('stops when told to', async () => {
    const origin = await aSite({ '/a': ok, '/b': ok });
    const kept: WebsiteResult[] = [];
    await checkWebsites(
      [
        { website: `${origin}/a`, listings: ['a'] },
        { website: `${origin}/b`, listings: ['b'] },
      ],
      {
        ask: askWebsite,
        now: () => new Date('2000-05-03T12:00:00Z'),
        wait: async () => undefined,
        known: [],
        keepDays: 7,
        keep: (result) => void kept.push(result),
        goesOn: () => kept.length === 0,
      },
    );
    expect(kept.map(({ listings }) => listings)).toEqual([['a']]);
  });
});

test('an editor is told what to do about which listing', () => {
  const result = { listings: ['bow-lunch-club'], checkedAt: '' };
  expect(
    formatWebsites([
      { ...result, website: 'https://a.example', verdict: 'works', detail: 'works' },
      { ...result, website: 'https://b.example', verdict: 'dead', detail: 'answered 404' },
    ]),
  ).toBe(`Dead: take the website out, or find the new one (1):
  https://b.example: answered 404
    bow-lunch-club

2 websites: 1 work.`);
});

async function askNothing() {
  return { kind: 'failed', reason: 'no-name', detail: 'ENOTFOUND' } as const;
}

function sendOn(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'HEAD') response.end();
  else {
    const send = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
      response.once('drain', send);
    };
    send();
  }
}

async function aSite(answers: Record<string, Answer>): Promise<string> {
  return listen(
    createServer((request, response) =>
      (answers[request.url ?? ''] ?? status(404))(request, response),
    ),
  );
}

async function listen(
  server: ReturnType<typeof createServer | typeof createTlsServer>,
): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
