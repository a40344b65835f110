import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createImapReader } from '../../../../src/platform/mail/imap-reader.ts';
import { createOAuthTokens } from '../../../../src/platform/mail/oauth-tokens.ts';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { aMail } from '../../../support/mail/a-mail.ts';
import { aTokenEndpoint } from '../../../support/mail/a-token-endpoint.ts';
import { anImapServer } from '../../../support/mail/an-imap-server.ts';
import { createAuthority } from '../../../support/mail/certificates.ts';

const USER = 'referrals@trust.example';
const client = { clientId: 'directory', clientSecret: 'of the directory' };
let endpoint: Awaited<ReturnType<typeof aTokenEndpoint>>;

beforeEach(async () => {
  endpoint = await aTokenEndpoint();
});
afterEach(() => endpoint.close());

describe('a mail server that takes tokens alone', () => {
  test('is logged in to with one, asked for once and not for each letter', async () => {
    const { send, logins } = await aTokenServer((token) => token === 'token-1');
    expect(await send()).toEqual({ kind: 'handed-over', code: 250 });
    expect(await send()).toEqual({ kind: 'handed-over', code: 250 });

    expect(logins).toEqual([
      { method: 'XOAUTH2', user: USER, token: 'token-1' },
      { method: 'XOAUTH2', user: USER, token: 'token-1' },
    ]);
    expect(endpoint.asked).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'directory',
        client_secret: 'of the directory',
        scope: 'https://outlook.office365.com/.default',
      },
    ]);
  });

  test('gets another once it has refused one, or that has run out', async () => {
    const { send, logins } = await aTokenServer((token) => token !== 'token-1');
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'login', code: 535 });
    endpoint.givesFor(60);
    expect((await send()).kind).toBe('handed-over');
    expect((await send()).kind).toBe('handed-over');
    expect(new Set(logins.map(({ token }) => token))).toEqual(
      new Set(['token-1', 'token-2', 'token-3']),
    );
  });

  test.each([
    [400, 'login'],
    [401, 'login'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ])('gets no letter while tokens are answered with %i: %s', async (status, reason) => {
    const { send, logins } = await aTokenServer(() => true);
    endpoint.answersWith(status);
    expect(await send()).toEqual({ kind: 'not-sent', reason });
    expect(logins).toEqual([]);
    endpoint.answersWith(200);
    expect((await send()).kind).toBe('handed-over');
  });

  test('gets none while nobody is there to ask', async () => {
    const { send } = await aTokenServer(() => true, 'http://127.0.0.1:1/token');
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'unreachable' });
  });
});

test('a token may be had by what the owner of the account agreed to once', async () => {
  const tokens = createOAuthTokens({ ...client, tokenUrl: endpoint.url, refreshToken: 'agreed' });
  const [first, second] = await Promise.all([tokens.get(), tokens.get()]);

  expect(first).toEqual({ kind: 'token', token: 'token-1' });
  expect(second).toEqual(first);
  expect(endpoint.asked).toEqual([
    {
      grant_type: 'refresh_token',
      client_id: 'directory',
      client_secret: 'of the directory',
      refresh_token: 'agreed',
    },
  ]);
});

test('the mailbox that letters come back to is read with a token, and another once that is refused', async () => {
  const server = await anImapServer();
  onTestFinished(server.close);
  server.put('Subject: one\n\n');
  const url = server.url.replace('returns:secret@', 'returns@');
  const tokens = createOAuthTokens({ ...client, tokenUrl: endpoint.url });
  const read = createImapReader({ url, ca: server.ca, tokens });
  const found: string[] = [];
  const about = {
    after: undefined,
    since: new Date(0),
    signal: new AbortController().signal,
    take: async ({ bytes }: { bytes: Uint8Array }) => {
      found.push(Buffer.from(bytes).toString().trim());
      return true;
    },
  };
  server.takeToken('token-2');
  expect(await read(about)).toBe('login');
  expect(await read(about)).toBe('read');
  expect(found).toEqual(['Subject: one']);

  tokens.forget();
  endpoint.answersWith(401);
  expect(await read(about)).toBe('login');
  endpoint.answersWith(503);
  expect(await read(about)).toBe('unreachable');
});

test('a mail server is greeted by the name that was set', async () => {
  const { send, greetings } = await aTokenServer(() => true);
  await send();
  expect(new Set(greetings)).toEqual(new Set(['directory.trust.example']));
});

/** A mail server as Microsoft 365 and Google run them: TLS, and XOAUTH2 in place of passwords. */
async function aTokenServer(takes: (token: string) => boolean, tokenUrl = endpoint.url) {
  const authority = createAuthority('Authority of one test');
  const logins: { method: string; user: string | undefined; token: string | undefined }[] = [];
  const greetings: (string | false)[] = [];
  const server = new SMTPServer({
    ...authority.issue(),
    authMethods: ['XOAUTH2'],
    logger: false,
    onAuth: ({ method, username, accessToken }, { hostNameAppearsAs }, done) => {
      logins.push({ method, user: username, token: accessToken });
      greetings.push(hostNameAppearsAs);
      if (takes(accessToken ?? '')) done(null, { user: 'ok' });
      else done(null, { data: { status: '401', schemes: 'bearer' } });
    },
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done());
    },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = listener.address() as { port: number };
  const sender = createSmtpSender({
    url: `smtp://${encodeURIComponent(USER)}@127.0.0.1:${port}`,
    from: USER,
    ca: authority.cert,
    ehloName: 'directory.trust.example',
    tokens: createOAuthTokens({
      ...client,
      tokenUrl,
      scope: 'https://outlook.office365.com/.default',
    }),
  });
  return { send: () => sender(aMail(), new AbortController().signal), logins, greetings };
}
