import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { createAuthority } from './certificates.ts';

/** What an IMAP server does wrong; everything that is not said goes well. */
export interface ImapFault {
  /** Nobody listens on the port. */
  refused?: true;
  login?: 'refused';
  folder?: 'missing';
  certificate?: 'untrusted';
  /** The connection goes in the middle of the mail with this number, counted from 1. */
  cutAt?: number;
  /** Nothing is answered any more to a command of this name. */
  silentAt?: 'EXAMINE' | 'FETCH';
}

interface StoredMail {
  uid: number;
  bytes: Buffer;
  arrivedAt: Date;
}

/**
 * As much of IMAP4rev1 (RFC 3501) as a reader of one mailbox asks, over real TLS. It cannot change
 * anything: whoever asks for that is refused.
 */
export async function anImapServer() {
  const authority = createAuthority('Authority of one IMAP server');
  const certificates = {
    good: authority.issue(),
    untrusted: createAuthority('Nobody knows this IMAP authority').issue(),
  };
  const folder = mkdtempSync(join(tmpdir(), 'imap-authority-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.cert);
  const mailbox = { uidValidity: 7, mails: [] as StoredMail[], nextUid: 1 };
  const heard: string[] = [];
  const sockets = new Set<TLSSocket>();
  let fault: ImapFault = {};
  let token = 'no token is known';

  const server = createServer(certificates.good, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    converse(socket, { mailbox, heard, fault: () => fault, token: () => token });
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function shut(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  }

  return {
    /** As RETURN_IMAP_URL takes it. */
    url: `imaps://returns:secret@127.0.0.1:${port}/INBOX`,
    ca: authority.cert,
    caFile,
    mailbox,
    /** Commands, without their arguments. */
    heard,
    /** A mail that has arrived. */
    put(mail: string | Buffer, arrivedAt = new Date()): void {
      const bytes = Buffer.isBuffer(mail) ? mail : Buffer.from(mail.replace(/\r?\n/g, '\r\n'));
      mailbox.mails.push({ uid: mailbox.nextUid, bytes, arrivedAt });
      mailbox.nextUid += 1;
    },
    takeToken(good: string): void {
      token = good;
    },
    /** From the next command on; nothing: all is well again. */
    async behave(how: ImapFault = {}): Promise<void> {
      fault = how;
      server.setSecureContext(certificates[how.certificate ?? 'good']);
      if (how.refused) await shut();
      else if (!server.listening) {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      }
    },
    async close(): Promise<void> {
      await shut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ImapServer = Awaited<ReturnType<typeof anImapServer>>;

interface Conversation {
  mailbox: { uidValidity: number; mails: StoredMail[]; nextUid: number };
  heard: string[];
  fault: () => ImapFault;
  /** What is taken in place of a password. */
  token: () => string;
}

/** False: nothing is said to it. */
type Answer = (rest: string, about: Conversation, socket: TLSSocket) => string | false;

const CAPABILITIES = 'CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2 ID';

const answers: Record<string, Answer> = {
  CAPABILITY: (_rest, _about, socket) => ok(socket, `* ${CAPABILITIES}`),
  ID: (_rest, _about, socket) => ok(socket, '* ID NIL'),
  NOOP: (_rest, _about, socket) => ok(socket),
  LIST: (rest, _about, socket) => ok(socket, `* LIST () "/" ${rest === '"" ""' ? '""' : 'INBOX'}`),
  LSUB: (_rest, _about, socket) => ok(socket, '* LSUB () "/" INBOX'),
  LOGOUT: (_rest, _about, socket) => ok(socket, '* BYE'),
  AUTHENTICATE: logIn,
  EXAMINE: examine,
  'UID SEARCH': search,
  'UID FETCH': fetchOne,
};

function converse(socket: TLSSocket, about: Conversation): void {
  let held = '';
  let loginTag = '';
  socket.write(`* OK [${CAPABILITIES}] ready\r\n`);
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    held += chunk;
    for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
      const line = held.slice(0, end);
      held = held.slice(end + 2);
      const asksToLogIn = /^(\S+) AUTHENTICATE PLAIN$/i.exec(line);
      if (asksToLogIn) socket.write('+ \r\n');
      else answer(loginTag ? `${loginTag} AUTHENTICATE ${line}` : line, about, socket);
      loginTag = asksToLogIn?.[1] ?? '';
    }
  });
}

function answer(line: string, about: Conversation, socket: TLSSocket): void {
  const [, tag = '*', name = '', rest = ''] = /^(\S+) ((?:UID )?[A-Za-z]+) ?(.*)$/.exec(line) ?? [];
  const command = name.toUpperCase();
  about.heard.push(command);
  const { silentAt } = about.fault();
  if (silentAt && command.endsWith(silentAt)) return;
  const status = (answers[command] ?? (() => 'BAD Not here'))(rest, about, socket);
  if (status === false) return;
  socket.write(`${tag} ${status}\r\n`);
  if (command === 'LOGOUT') socket.end();
}

function ok(socket: TLSSocket, untagged?: string): string {
  if (untagged) socket.write(`${untagged}\r\n`);
  return 'OK Done';
}

function logIn(given: string, about: Conversation): string {
  const [, how = 'PLAIN', encoded = given] = /^(XOAUTH2|PLAIN) (.*)$/.exec(given) ?? [];
  const said = Buffer.from(encoded, 'base64').toString();
  const isKnown =
    how === 'XOAUTH2'
      ? said === `user=returns\x01auth=Bearer ${about.token()}\x01\x01`
      : said === '\0returns\0secret';
  return isKnown && about.fault().login !== 'refused'
    ? 'OK Welcome'
    : 'NO [AUTHENTICATIONFAILED] Wrong user name or password';
}

function examine(_rest: string, { mailbox, fault }: Conversation, socket: TLSSocket): string {
  if (fault().folder === 'missing') return 'NO [NONEXISTENT] No such folder';
  const { mails, uidValidity, nextUid } = mailbox;
  socket.write(
    `* ${mails.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n` +
      `* OK [UIDVALIDITY ${uidValidity}] Valid\r\n* OK [UIDNEXT ${nextUid}] Next\r\n`,
  );
  return 'OK [READ-ONLY] Done';
}

function search(rest: string, { mailbox }: Conversation, socket: TLSSocket): string {
  const from = Number(/^UID (\d+):\*$/.exec(rest)?.[1] ?? 0);
  const since = Date.parse(`${/^SINCE "?([\w-]+)/.exec(rest)?.[1] ?? '1-Jan-1970'} UTC`);
  const newest = mailbox.mails.at(-1)?.uid;
  const found = mailbox.mails
    .filter(({ uid, arrivedAt }) => (uid >= from || uid === newest) && +arrivedAt >= since)
    .map(({ uid }) => uid);
  return ok(socket, ['* SEARCH', ...found].join(' '));
}

function fetchOne(rest: string, { mailbox, fault }: Conversation, socket: TLSSocket) {
  const [, uid, most] = /^(\d+) .*BODY\.PEEK\[\]<0\.(\d+)>/.exec(rest) ?? [];
  const place = mailbox.mails.findIndex((mail) => mail.uid === Number(uid));
  const mail = mailbox.mails[place];
  if (!mail) return 'OK Nothing';
  const bytes = mail.bytes.subarray(0, Number(most));
  const isCut = fault().cutAt === place + 1;
  const date = mail.arrivedAt
    .toUTCString()
    .replace(/^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/, '$1-$2-$3 $4 +0000');
  socket.write(
    `* ${place + 1} FETCH (UID ${mail.uid} INTERNALDATE "${date}" BODY[]<0> {${bytes.length}}\r\n`,
  );
  if (isCut) {
    socket.write(bytes.subarray(0, bytes.length / 2), () => socket.destroy());
    return false;
  }
  socket.write(bytes);
  return ok(socket, ')');
}
