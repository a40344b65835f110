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
  let socket: Socket = plain;
  let input = aReader(socket);
  let from = '';
  let to = '';
  const { fault } = about;
  await fault().at?.connected?.();
  if (!say(socket, fault().greeting ?? '220 mail.example ESMTP')) return;
  for (;;) {
    const line = await input.line();
    if (line === undefined) return;
    const command = line.slice(0, 4).toUpperCase();
    const secure = socket instanceof TLSSocket;
    const offersTls = fault().starttls !== 'absent' && !secure;
    if (command === 'EHLO' || command === 'HELO') {
      const offers = ['mail.example', ...(offersTls ? ['STARTTLS'] : []), 'AUTH PLAIN LOGIN'];
      offers.forEach((offer, index) => {
        say(socket, `250${index === offers.length - 1 ? ' ' : '-'}${offer}`);
      });
    } else if (command === 'STAR') {
      if (!say(socket, offersTls ? '220 Go ahead' : '454 4.7.0 TLS not available')) return;
      if (!offersTls) continue;
      input.stop();
      socket = new TLSSocket(plain, { isServer: true, secureContext: about.secureContext() });
      socket.on('error', () => plain.destroy());
      input = aReader(socket);
    } else if (command === 'AUTH') {
      if (/^AUTH LOGIN$/i.test(line)) {
        say(socket, '334 VXNlcm5hbWU6');
        await input.line();
        say(socket, '334 UGFzc3dvcmQ6');
        await input.line();
      }
      if (!say(socket, fault().login ?? '235 Welcome')) return;
    } else if (command === 'MAIL') {
      from = addressIn(line);
      await fault().at?.sender?.();
      if (!say(socket, fault().sender ?? '250 OK')) return;
    } else if (command === 'RCPT') {
      to = addressIn(line);
      const recipient = fault().recipient;
      const reply = typeof recipient === 'function' ? recipient(to) : recipient;
      if (!say(socket, reply ?? '250 OK')) return;
    } else if (command === 'DATA') {
      await fault().at?.data?.();
      say(socket, '354 Go on');
      if (fault().midText) await input.some();
      if (fault().midText) return reset(socket);
      const text = await input.until(END_OF_TEXT);
      if (!text) return;
      const { keeps, says } = fault().end ?? { keeps: true, says: '250 Taken' };
      const bytes = Buffer.from(`${text.toString('latin1').replace(/^\./gm, '')}\r\n`, 'latin1');
      if (keeps) about.keep({ from, to, bytes, at: Date.now() });
      await fault().at?.dot?.();
      if (!say(socket, says)) return;
      await fault().at?.answered?.();
    } else if (command === 'QUIT') {
      say(socket, '221 Bye');
      socket.end();
      return;
    } else {
      say(socket, '250 OK');
    }
  }
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
