/**
 * Hands mail to the mail server, one connection each, never in clear. Which of its promises hold is
 * told by how far a try came (mail-outcome.ts). No message of the mail library leaves this file: they
 * quote addresses and what servers say.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionAuth } from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { composeMail } from './compose-mail.ts';
import type { OutgoingMail, SendMail, SendOutcome } from './mail.ts';
import { type MailFailure, type MailPhase, toOutcome } from './mail-outcome.ts';
import type { OAuthTokens } from './oauth-tokens.ts';
import { toEnvelopeSender } from './return-path.ts';

export interface SmtpOptions {
  /** smtp://user:password@host:587 (TLS by STARTTLS, required) or smtps://…:465 (TLS from the start). */
  url: string;
  /** Sender of every mail, in its head. */
  from: string;
  /** Where mail comes back to (return-path.ts); `from`, if nothing is said. */
  returnPath?: string | undefined;
  /** Where the address has a user and no password. */
  tokens?: OAuthTokens | undefined;
  /** How the server is greeted; the name of this machine, if nothing is said. */
  ehloName?: string | undefined;
  /** Certificates to trust instead of the usual ones (mail-authorities.ts). */
  ca?: string | string[] | undefined;
  /** Until connected, and until the server has greeted and TLS stands. */
  connectTimeoutMs?: number;
  /** Silence until we hang up. RFC 5321 gives a server ten minutes to answer the end of a mail. */
  silenceTimeoutMs?: number;
}

export function createSmtpSender(options: SmtpOptions): SendMail {
  return async (mail, signal, beforeText = async () => undefined) => {
    // First, so that a mail that cannot be composed opens no connection.
    const bytes = await composeMail(mail, options.from);
    return sendBytes(bytes, mail, signal, { ...options, beforeText });
  };
}

async function sendBytes(
  bytes: Buffer,
  mail: OutgoingMail,
  signal: AbortSignal,
  options: SmtpOptions & { beforeText: () => Promise<void> },
): Promise<SendOutcome> {
  const { connectTimeoutMs = 30_000, silenceTimeoutMs = 600_000, beforeText } = options;
  const from = toEnvelopeSender(options.returnPath ?? options.from, mail.envelopeId);
  const url = new URL(options.url);
  const login = await toLogin(url, options.tokens);
  if ('outcome' in login) return login.outcome;
  const socket = await openSocket(url, connectTimeoutMs, signal);
  if (!socket) return toOutcome('connecting', {});

  let phase: MailPhase = 'greeting';
  const connection = createConnection(url, socket, options, (reply) => {
    if (phase === 'envelope' && reply.startsWith('2')) phase = 'recipient';
  });
  // A server that keeps saying a little must not hold a mail for ever either.
  const session = openSession(connection, signal, 3 * silenceTimeoutMs);
  try {
    await session.step((done) => connection.connect(done));
    if (url.username) {
      phase = 'login';
      await session.step((done) => connection.login(login.with, done));
    }
    phase = 'envelope';
    const text = textOnceAskedFor(bytes, async () => {
      await beforeText();
      if (signal.aborted) return false;
      phase = 'text';
      return true;
    });
    const info = await session.step<{ response: string }>((done) =>
      connection.send({ from, to: [mail.to], dsn: reportsOn(mail) }, text, done),
    );
    hangUp(connection);
    return { kind: 'handed-over', code: Number(info?.response.slice(0, 3)) };
  } catch (fault) {
    const reached = phase === 'greeting' && connection.upgrading ? 'tls' : phase;
    connection.close();
    const outcome = outcomeOf(reached, fault);
    if ('reason' in outcome && outcome.reason === 'login') options.tokens?.forget();
    return outcome;
  } finally {
    session.end();
  }
}

/** Steps of one connection, each of which fails as soon as the connection does, or we are told to stop. */
function openSession(connection: SMTPConnection, signal: AbortSignal, longestMs: number) {
  const ended = new AbortController();
  const failed = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject);
    // The library may end a connection without a word to the command that waits for an answer.
    connection.on('end', () => setImmediate(reject, new Error('The connection ended')));
    const giveUp = () => reject(Object.assign(new Error(), { code: timeout }));
    signal.addEventListener('abort', giveUp, { signal: ended.signal });
    const longest = setTimeout(giveUp, longestMs);
    ended.signal.addEventListener('abort', () => clearTimeout(longest));
  });
  failed.catch(() => undefined);
  return {
    step: <T>(run: (done: (fault?: Error | null, value?: T) => void) => void) =>
      Promise.race([
        failed,
        new Promise<T | undefined>((resolve, reject) => {
          run((fault, value) => (fault ? reject(fault) : resolve(value)));
        }),
      ]),
    // A timer or a listener that stays would keep the connection, and the mail, for half an hour.
    end: () => ended.abort(),
  };
}

/**
 * RFC 3461: a mail that comes back is the head alone, and so holds none of a resident's words; and it
 * comes back, also when it is only late. A server that does not offer such reports is not asked.
 */
function reportsOn({ envelopeId }: OutgoingMail) {
  return { ret: 'HDRS', notify: ['FAILURE', 'DELAY'], envid: envelopeId };
}

/** Read for the first time once the server has asked for the text; nothing comes unless it `mayGo`. */
function textOnceAskedFor(bytes: Buffer, mayGo: () => Promise<boolean>): Readable {
  return new Readable({
    async read() {
      if (!(await mayGo())) return;
      this.push(bytes);
      this.push(null);
    },
  });
}

function createConnection(
  url: URL,
  socket: Socket,
  options: SmtpOptions,
  heard: (reply: string) => void,
): SMTPConnection {
  const { ca, connectTimeoutMs = 30_000, silenceTimeoutMs = 600_000 } = options;
  const connection = new SMTPConnection({
    host: hostOf(url),
    ...(options.ehloName ? { name: options.ehloName } : {}),
    secure: url.protocol === 'smtps:',
    requireTLS: true,
    connection: socket,
    // rejectUnauthorized is said, so that no variable of the environment can take it away.
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca ? { ca } : {}) },
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    socketCloseTimeout: 1_000,
    transactionLog: true,
    logger: {
      debug: (about: { tnx?: string }, words: string) => about.tnx === 'server' && heard(words),
    },
  });
  // `failed` hears faults while a mail is on its way; what comes after it was settled is of no account.
  connection.on('error', () => undefined);
  return connection;
}

async function openSocket(
  url: URL,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  const socket = connect({
    host: hostOf(url),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    // The usual quarter of a second rules out a server that is only far away.
    autoSelectFamilyAttemptTimeout: 5_000,
  });
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return socket;
  } catch {
    socket.destroy();
    return undefined;
  }
}

function outcomeOf(phase: MailPhase, fault: unknown): SendOutcome {
  if (!(fault instanceof Error)) throw fault;
  const { code, command, responseCode, response } = fault as Error &
    Partial<Record<string, unknown>>;
  // Said about what we passed in, before anything was said to the server.
  if (command === 'API' && code !== 'ECONNECTION' && code !== 'EAUTH') {
    throw new Error(`The mail library does not take the mail: ${String(code)}`);
  }
  return toOutcome(code === 'ETLS' ? 'tls' : phase, {
    timedOut: code === timeout,
    ...(typeof command === 'string' ? { command } : {}),
    ...(typeof responseCode === 'number' ? { code: responseCode } : {}),
    ...(typeof response === 'string' ? { reply: response } : {}),
  } satisfies MailFailure);
}

const timeout = 'ETIMEDOUT';

/** The outcome is known: a server that is slow to say goodbye keeps nobody waiting. */
function hangUp(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), 1_000).unref();
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** A user and a password or a token, or why there is none. */
async function toLogin(
  url: URL,
  tokens: OAuthTokens | undefined,
): Promise<{ with: SMTPConnectionAuth } | { outcome: SendOutcome }> {
  const user = decodeURIComponent(url.username);
  if (!user || url.password || !tokens) {
    return { with: { user, pass: decodeURIComponent(url.password) } };
  }
  const outcome = await tokens.get();
  if (outcome.kind !== 'token') {
    const reason = outcome.kind === 'refused' ? 'login' : 'unreachable';
    return { outcome: { kind: 'not-sent', reason } };
  }
  return { with: { user, oauth2: new XOAuth2({ user, accessToken: outcome.token }) } };
}
