import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How far a first talk with a mail server came; `code`: of the certificate's fault, as Node names it. */
export type TlsProbe =
  | { reached: 'nobody' }
  | { reached: 'no-mail-server' }
  | { reached: 'no-tls-offered' }
  | { reached: 'bad-certificate'; code: string }
  | { reached: 'tls' };

/** Connects, asks for TLS and looks at the certificate; says nothing of us but our name, and no password. */
export async function probeTls(
  url: URL,
  { ca, timeoutMs = 15_000 }: { ca: string | string[] | undefined; timeoutMs?: number },
): Promise<TlsProbe> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isTlsFirst = url.protocol === 'smtps:';
  const socket = connect({ host, port: Number(url.port) || (isTlsFirst ? 465 : 587) });
  socket.on('error', () => undefined);
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    try {
      await once(socket, 'connect', { signal });
    } catch {
      return { reached: 'nobody' };
    }
    const offered = isTlsFirst || (await startTls(socket, signal));
    if (offered !== true) return { reached: offered || 'no-tls-offered' };
    const code = await findCertificateFault(socket, { host, ca, signal });
    return code === undefined ? { reached: 'tls' } : { reached: 'bad-certificate', code };
  } finally {
    socket.destroy();
  }
}

/** True once both sides are to begin with TLS. */
async function startTls(
  socket: Socket,
  signal: AbortSignal,
): Promise<true | false | 'no-mail-server'> {
  try {
    if (!(await reply(socket, signal)).startsWith('220')) return 'no-mail-server';
    socket.write('EHLO [127.0.0.1]\r\n');
    if (!/STARTTLS/i.test(await reply(socket, signal))) return false;
    socket.write('STARTTLS\r\n');
    return (await reply(socket, signal)).startsWith('220');
  } catch {
    return 'no-mail-server';
  }
}

/** All lines of one reply: the last has a space after its code. */
async function reply(socket: Socket, signal: AbortSignal): Promise<string> {
  let text = '';
  while (!/^\d{3} .*\r\n$/m.test(text)) {
    const [chunk] = await Promise.race([once(socket, 'data', { signal }), closed(socket, signal)]);
    text += String(chunk);
  }
  return text;
}

async function closed(socket: Socket, signal: AbortSignal): Promise<never> {
  await once(socket, 'close', { signal });
  throw new Error('The connection ended');
}

async function findCertificateFault(
  socket: Socket,
  about: { host: string; ca: string | string[] | undefined; signal: AbortSignal },
): Promise<string | undefined> {
  const { host, ca, signal } = about;
  const secured = connectTls({
    socket,
    host,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(ca ? { ca } : {}),
  });
  try {
    await once(secured, 'secureConnect', { signal });
    return undefined;
  } catch (fault) {
    return String((fault as NodeJS.ErrnoException).code ?? 'unknown');
  } finally {
    secured.destroy();
  }
}
