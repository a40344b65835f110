import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import { HANG, type MailFault, RESET } from './mail-faults.ts';

/** A letter as it came: the bytes between DATA and the dot, without the dots that SMTP doubles. */
export interface Copy {
  from: string;
  to: string;
  bytes: Buffer;
  at: number;
}

interface Conversation {
  /** Read anew at each step, so that a server can change its ways while a letter is on its way. */
  fault: () => MailFault;
  secureContext: () => SecureContext;
  keep: (copy: Copy) => void;
}

const END_OF_TEXT = Buffer.from('\r\n.\r\n');

/** One SMTP conversation, written by hand so that it can go wrong at any byte. */
export async function converse(plain: Socket, about: Conversation): Promise<void> {
  const { fault } = about;
  const session: Session = { plain, socket: plain, input: aReader(plain), from: '', to: '', about };
  await fault().at?.connected?.();
  if (!say(plain, fault().greeting ?? '220 mail.example ESMTP')) return;
  for (;;) {
    const line = await session.input.line();
    if (line === undefined) return;
    const answer = commands[line.slice(0, 4).toUpperCase()] ?? answerOk;
    if (!(await answer(session, line))) return;
  }
}

/** Where a conversation stands. */
interface Session {
  plain: Socket;
  /** `plain`, or TLS over it. */
  socket: Socket;
  input: ReturnType<typeof aReader>;
  from: string;
  to: string;
  about: Conversation;
}

/** false: the conversation is over. */
type Answer = (session: Session, line: string) => boolean | Promise<boolean>;

const commands: Record<string, Answer> = {
  EHLO: answerHello,
  HELO: answerHello,
  STAR: startTls,
  AUTH: logIn,
  MAIL: takeSender,
  RCPT: takeRecipient,
  DATA: takeText,
  QUIT: quit,
};

function answerOk({ socket }: Session): boolean {
  say(socket, '250 OK');
  return true;
}

function answerHello(session: Session): boolean {
  const offers = [
    'mail.example',
    ...(offersTls(session) ? ['STARTTLS'] : []),
    ...(session.about.fault().pipelining ? ['PIPELINING'] : []),
    'AUTH PLAIN LOGIN',
  ];
  offers.forEach((offer, index) => {
    say(session.socket, `250${index === offers.length - 1 ? ' ' : '-'}${offer}`);
  });
  return true;
}

function offersTls({ socket, about }: Session): boolean {
  return about.fault().starttls !== 'absent' && !(socket instanceof TLSSocket);
}

function startTls(session: Session): boolean {
  const { plain, about } = session;
  const isOffered = offersTls(session);
  if (!say(session.socket, isOffered ? '220 Go ahead' : '454 4.7.0 TLS not available'))
    return false;
  if (!isOffered) return true;
  session.input.stop();
  session.socket = new TLSSocket(plain, { isServer: true, secureContext: about.secureContext() });
  session.socket.on('error', () => plain.destroy());
  session.input = aReader(session.socket);
  return true;
}

async function logIn({ socket, input, about }: Session, line: string): Promise<boolean> {
  if (/^AUTH LOGIN$/i.test(line)) {
    say(socket, '334 VXNlcm5hbWU6');
    await input.line();
    say(socket, '334 UGFzc3dvcmQ6');
    await input.line();
  }
  return say(socket, about.fault().login ?? '235 Welcome');
}

async function takeSender(session: Session, line: string): Promise<boolean> {
  const { fault } = session.about;
  session.from = addressIn(line);
  await fault().at?.sender?.();
  return say(session.socket, fault().sender ?? '250 OK');
}

function takeRecipient(session: Session, line: string): boolean {
  session.to = addressIn(line);
  const { recipient } = session.about.fault();
  const reply = typeof recipient === 'function' ? recipient(session.to) : recipient;
  return say(session.socket, reply ?? '250 OK');
}

async function takeText({ socket, input, from, to, about }: Session): Promise<boolean> {
  const { fault } = about;
  await fault().at?.data?.();
  say(socket, '354 Go on');
  if (fault().midText) await input.some();
  if (fault().midText) {
    reset(socket);
    return false;
  }
  const text = await input.until(END_OF_TEXT);
  if (!text) return false;
  const { keeps, says } = fault().end ?? { keeps: true, says: '250 Taken' };
  const bytes = Buffer.from(`${text.toString('latin1').replace(/^\./gm, '')}\r\n`, 'latin1');
  if (keeps) about.keep({ from, to, bytes, at: Date.now() });
  await fault().at?.dot?.();
  if (!say(socket, says)) return false;
  await fault().at?.answered?.();
  return true;
}

function quit({ socket }: Session): boolean {
  say(socket, '221 Bye');
  socket.end();
  return false;
}

/** False: there is nothing more to come. */
function say(socket: Socket, text: string): boolean {
  if (text === HANG) return false;
  if (text === RESET) {
    reset(socket);
    return false;
  }
  socket.write(`${text}\r\n`);
  if (!text.startsWith('421')) return true;
  socket.end();
  return false;
}

function reset(socket: Socket): void {
  // A TLS socket has no reset of its own, and would say goodbye in order.
  const bare = (socket as Socket & { _parent?: Socket })._parent ?? socket;
  bare.resetAndDestroy();
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function aReader(socket: Socket) {
  let held = Buffer.alloc(0);
  let ended = false;
  let wake: () => void = () => undefined;
  const take = (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    wake();
  };
  const end = () => {
    ended = true;
    wake();
  };
  socket.on('data', take).on('close', end).on('error', end);
  const more = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      if (ended) resolve();
    });
  const until = async (mark: Buffer) => {
    for (;;) {
      const place = held.indexOf(mark);
      if (place >= 0) {
        const found = held.subarray(0, place);
        held = held.subarray(place + mark.length);
        return found;
      }
      if (ended) return undefined;
      await more();
    }
  };
  return {
    until,
    line: async () => (await until(Buffer.from('\r\n')))?.toString('latin1'),
    some: () => (held.length > 0 ? undefined : more()),
    stop: () => {
      socket.off('data', take).off('close', end);
    },
  };
}
