/**
 * Reads a mailbox by IMAP over TLS, read-only: people read it too, and what is unread for them stays so.
 * Where it has read to is a number that only grows (UID, RFC 9051 2.3.1.1), so nothing need be marked. No
 * message of the library leaves this file: they quote addresses and what servers say.
 */
import { ImapFlow, type ImapFlowError } from 'imapflow';
import { hashText } from '../secrets/hash-text.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import type { MailboxFault, ReadMailbox, ReceivedMail } from './received-mail.ts';

export interface ImapOptions {
  /** imaps://user:password@host:993/INBOX */
  url: string;
  /** Where the address has a user and no password. */
  tokens?: OAuthTokens | undefined;
  /** Certificates to trust instead of the usual ones (mail-authorities.ts). */
  ca?: string | string[] | undefined;
  connectTimeoutMs?: number;
  silenceTimeoutMs?: number;
  /** A server that keeps saying a little is left all the same. */
  longestMs?: number;
}

const LONGEST_MAIL_BYTES = 256 * 1024;
// The rest is read the next time.
const MOST_AT_ONCE = 500;
const LONGEST_MS = 10 * 60_000;

export function createImapReader(options: ImapOptions): ReadMailbox {
  const url = new URL(options.url);
  const folder = decodeURIComponent(url.pathname.slice(1));
  return async (about) => {
    const login = await toLogin(url, options.tokens);
    if (typeof login === 'string') return login;
    const client = createClient(url, login, options);
    const signal = AbortSignal.any([
      about.signal,
      AbortSignal.timeout(options.longestMs ?? LONGEST_MS),
    ]);
    const cut = () => client.close();
    signal.addEventListener('abort', cut, { once: true });
    try {
      const opened = await open(client, folder);
      if (opened === 'login') options.tokens?.forget();
      if (typeof opened === 'string') return opened;
      // What is told apart: another account or folder, and the same one made anew.
      const account = hashText(`${url.host} ${url.username} ${folder}`).slice(0, 12);
      return await readAll(client, `${account} ${opened.uidValidity}`, { ...about, signal });
    } finally {
      signal.removeEventListener('abort', cut);
      hangUp(client);
    }
  };
}

/** All is read: a server that is slow to say goodbye keeps nobody waiting. */
function hangUp(client: ImapFlow): void {
  if (client.usable) void client.logout().catch(() => undefined);
  setTimeout(() => client.close(), 1_000).unref();
}

type Login = { user: string; pass: string } | { user: string; accessToken: string };

async function toLogin(url: URL, tokens: OAuthTokens | undefined): Promise<Login | MailboxFault> {
  const user = decodeURIComponent(url.username);
  if (url.password || !tokens) return { user, pass: decodeURIComponent(url.password) };
  const outcome = await tokens.get();
  if (outcome.kind === 'token') return { user, accessToken: outcome.token };
  return outcome.kind === 'refused' ? 'login' : 'unreachable';
}

function createClient(url: URL, auth: Login, options: ImapOptions): ImapFlow {
  const { ca, connectTimeoutMs = 30_000, silenceTimeoutMs = 60_000 } = options;
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || 993,
    secure: true,
    auth,
    // rejectUnauthorized is said, so that no variable of the environment can take it away.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca ? { ca } : {}) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
  });
  // What ends a command is told by that command.
  client.on('error', () => undefined);
  return client;
}

async function open(client: ImapFlow, folder: string) {
  try {
    await client.connect();
  } catch (fault) {
    return nameConnectFault(fault);
  }
  try {
    return await client.mailboxOpen(folder, { readOnly: true });
  } catch {
    return client.usable ? 'folder' : 'connection-lost';
  }
}

async function readAll(
  client: ImapFlow,
  mailbox: string,
  { after, since, signal, take }: Parameters<ReadMailbox>[0],
): Promise<'read' | MailboxFault> {
  const last = after?.startsWith(`${mailbox} `) ? Number(after.slice(mailbox.length + 1)) : 0;
  const uids = await listAfter(client, last, since);
  if (!uids) return 'connection-lost';
  for (const uid of uids) {
    const mail = await fetchMail(client, uid);
    if (mail === 'connection-lost' || signal.aborted) return 'connection-lost';
    if (mail && !(await take(mail, `${mailbox} ${uid}`))) break;
  }
  return 'read';
}

async function listAfter(
  client: ImapFlow,
  last: number,
  since: Date,
): Promise<number[] | undefined> {
  try {
    // With a place, by that alone: a mail that was late is new to us, whatever its date.
    const query = last > 0 ? { uid: `${last + 1}:*` } : { since };
    const found = await client.search(query, { uid: true });
    if (!found) return undefined;
    // "n:*" always has the newest in it (RFC 9051 6.4.4).
    return found
      .filter((uid) => uid > last)
      .toSorted((a, b) => a - b)
      .slice(0, MOST_AT_ONCE);
  } catch {
    return undefined;
  }
}

/** `undefined`: somebody took it away meanwhile. */
async function fetchMail(
  client: ImapFlow,
  uid: number,
): Promise<ReceivedMail | 'connection-lost' | undefined> {
  try {
    const found = await client.fetchOne(
      String(uid),
      { uid: true, internalDate: true, source: { start: 0, maxLength: LONGEST_MAIL_BYTES } },
      { uid: true },
    );
    const { source, internalDate } = found || {};
    if (!source) return client.usable ? undefined : 'connection-lost';
    return { bytes: source, arrivedAt: internalDate ? new Date(internalDate) : undefined };
  } catch {
    return 'connection-lost';
  }
}

function nameConnectFault(fault: unknown): MailboxFault {
  const { code = '', authenticationFailed, tlsFailed } = fault as ImapFlowError;
  if (authenticationFailed) return 'login';
  const isTls = tlsFailed || /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(SSL|TLS)|EPROTO/.test(code);
  return isTls ? 'tls' : 'unreachable';
}
