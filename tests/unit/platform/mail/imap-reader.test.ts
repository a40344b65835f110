import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createImapReader } from '../../../../src/platform/mail/imap-reader.ts';
import {
  anImapServer,
  type ImapFault,
  type ImapServer,
} from '../../../support/mail/an-imap-server.ts';

const LONG_AGO = new Date(0);
let server: ImapServer;

beforeAll(async () => {
  server = await anImapServer();
});
afterEach(async () => {
  await server.behave();
  server.heard.length = 0;
  server.mailbox.mails.length = 0;
});
afterAll(() => server.close());

describe('reading a mailbox', () => {
  test('gives each mail once, oldest first, and goes on where it was', async () => {
    server.put('Subject: one\n\nOne');
    server.put('Subject: two\n\nTwo');
    const first = await read();
    expect(first).toMatchObject({ ended: 'read', mails: ['Subject: one', 'Subject: two'] });

    expect(await read({ after: first.place })).toMatchObject({ ended: 'read', mails: [] });
    server.put('Subject: three\n\nThree');
    const next = await read({ after: first.place });
    expect(next.mails).toEqual(['Subject: three']);
  });

  test('changes nothing in it', async () => {
    server.put('Subject: one\n\nOne');
    await read();
    expect(new Set(server.heard)).toEqual(
      new Set([
        ...server.heard.filter((name) => /^(ID|CAPABILITY|LIST|LSUB|NOOP)$/.test(name)),
        'AUTHENTICATE',
        'EXAMINE',
        'UID SEARCH',
        'UID FETCH',
        'LOGOUT',
      ]),
    );
  });

  test('stops before a mail that is to be read again', async () => {
    for (const name of ['one', 'two', 'three']) server.put(`Subject: ${name}\n\n`);
    const first = await read({ refuses: 'Subject: two' });
    expect(first).toMatchObject({ ended: 'read', mails: ['Subject: one'] });
    const next = await read({ after: first.place });
    expect(next.mails).toEqual(['Subject: two', 'Subject: three']);
  });

  test('looks back only so far at first, and by place alone from then on', async () => {
    server.put('Subject: old\n\n', new Date('2026-01-05T12:00:00Z'));
    server.put('Subject: new\n\n', new Date('2026-02-05T12:00:00Z'));
    const first = await read({ since: new Date('2026-02-01') });
    expect(first.mails).toEqual(['Subject: new']);
    server.put('Subject: late\n\n', new Date('2026-01-06T12:00:00Z'));
    expect((await read({ after: first.place, since: new Date('2026-02-01') })).mails).toEqual([
      'Subject: late',
    ]);
  });

  test('begins anew in a mailbox that was made anew', async () => {
    server.put('Subject: one\n\n');
    const { place } = await read();
    server.mailbox.uidValidity += 1;
    expect((await read({ after: place })).mails).toEqual(['Subject: one']);
  });

  test('takes of a huge mail what a report needs', async () => {
    const huge = Buffer.alloc(5_000_000, 'x');
    huge.write('Subject: huge\r\n\r\n');
    server.put(huge);
    const { mails, bytes } = await read();
    expect(mails).toEqual(['Subject: huge']);
    expect(bytes).toBe(256 * 1024);
  });

  test('passes on what whoever takes the mail throws', async () => {
    server.put('Subject: one\n\n');
    const thrown = new Error('The store is full');
    await expect(
      createImapReader({ url: server.url, ca: server.ca })({
        after: undefined,
        since: LONG_AGO,
        signal: new AbortController().signal,
        take: async () => {
          throw thrown;
        },
      }),
    ).rejects.toBe(thrown);
  });
});

describe('a mailbox that cannot be read', () => {
  test.each<[ImapFault, string]>([
    [{ refused: true }, 'unreachable'],
    [{ login: 'refused' }, 'login'],
    [{ certificate: 'untrusted' }, 'tls'],
    [{ folder: 'missing' }, 'folder'],
    [{ silentAt: 'EXAMINE' }, 'connection-lost'],
    [{ silentAt: 'FETCH' }, 'connection-lost'],
  ])('%j is told as %s', async (fault, told) => {
    server.put('Subject: one\n\n');
    await server.behave(fault);
    expect(await read()).toMatchObject({ ended: told, mails: [] });
  });

  test('cut off in the middle of a mail gives those before it', async () => {
    for (const name of ['one', 'two', 'three'])
      server.put(`Subject: ${name}\n\n${name.repeat(99)}`);
    await server.behave({ cutAt: 2 });
    const cut = await read();
    expect(cut).toMatchObject({ ended: 'connection-lost', mails: ['Subject: one'] });
    await server.behave();
    expect((await read({ after: cut.place })).mails).toEqual(['Subject: two', 'Subject: three']);
  });

  test('is left at once when it is told to stop before a word was said', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const stop = new AbortController();
    const reading = read({ signal: stop.signal, url: `imaps://a:b@127.0.0.1:${port}/INBOX` });
    await once(mute, 'connection');
    stop.abort();
    expect(await reading).toMatchObject({ ended: 'unreachable', mails: [] });
    mute.close();
  });

  test('is left in the end though it goes on', async () => {
    server.put('Subject: one\n\n');
    await server.behave({ silentAt: 'FETCH' });
    const ended = await read({ silenceTimeoutMs: 60_000, longestMs: 1_000 });
    expect(ended).toMatchObject({ ended: 'connection-lost' });
  });

  test('is left at once when it is told to stop', async () => {
    server.put('Subject: one\n\n');
    await server.behave({ silentAt: 'FETCH' });
    const stop = new AbortController();
    const reading = read({ signal: stop.signal, silenceTimeoutMs: 60_000 });
    while (!server.heard.includes('UID FETCH')) await new Promise((done) => setTimeout(done, 5));
    stop.abort();
    expect(await reading).toMatchObject({ ended: 'connection-lost', mails: [] });
  });
});

/** What was read: the first line of each mail, and the place that was reached. */
async function read({
  after,
  since = LONG_AGO,
  refuses,
  signal = new AbortController().signal,
  silenceTimeoutMs = 500,
  longestMs = 60_000,
  url = server.url,
}: {
  after?: string | undefined;
  since?: Date;
  refuses?: string;
  signal?: AbortSignal;
  silenceTimeoutMs?: number;
  longestMs?: number;
  url?: string;
} = {}) {
  const mails: string[] = [];
  let place = after;
  let bytes = 0;
  const ended = await createImapReader({ url, ca: server.ca, silenceTimeoutMs, longestMs })({
    after,
    since,
    signal,
    take: async (mail, reached) => {
      const [line = ''] = Buffer.from(mail.bytes).toString('latin1').split('\r\n');
      if (line === refuses) return false;
      mails.push(line);
      bytes += mail.bytes.length;
      place = reached;
      return true;
    },
  });
  return { ended, mails, place, bytes };
}
