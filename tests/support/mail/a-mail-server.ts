import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { createAuthority } from './certificates.ts';
import { type Copy, converse } from './faulty-smtp.ts';
import { type MailFault, type MailFaultName, mailFaults } from './mail-faults.ts';

/**
 * A real mail server on a real socket, with STARTTLS and a login. It behaves (smtp-server) until it
 * is told not to: `behave('accept-then-reset')`. Every copy it takes is kept, byte for byte.
 */
export async function aMailServer() {
  const authority = createAuthority('Authority of one test run');
  const certificates = {
    good: authority.issue(),
    untrusted: createAuthority('Nobody knows this authority').issue(),
    // By the machine's clock, which TLS goes by, and by any that a test moves.
    expired: authority.issue({ from: new Date('2020-01-01'), until: new Date('2020-12-31') }),
    'wrong-name': authority.issue({ hosts: ['elsewhere.example'] }),
  };
  const folder = mkdtempSync(join(tmpdir(), 'mail-authority-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, authority.cert);

  const copies: Copy[] = [];
  const sockets = new Set<Socket>();
  let inClear = Buffer.alloc(0);
  let most = 0;
  let connected = 0;
  let fault: MailFault | undefined;
  const good = aGoodServer(certificates.good, (copy) => copies.push(copy));

  const listener = createServer((socket) => {
    connected += 1;
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (!fault) {
      good.server.emit('connection', socket);
      return;
    }
    socket.on('data', (chunk) => {
      // A client's first byte of TLS is 0x16; what comes after it is not in clear.
      if (chunk[0] !== 0x16 && !heardTls.has(socket)) inClear = Buffer.concat([inClear, chunk]);
      else heardTls.add(socket);
    });
    void converse(socket, {
      fault: () => fault ?? {},
      secureContext: () => createSecureContext(certificates[fault?.certificate ?? 'good']),
      keep: (copy) => copies.push(copy),
    });
  });
  const heardTls = new WeakSet<Socket>();
  await listen(0);
  const { port } = listener.address() as AddressInfo;

  async function listen(on: number): Promise<void> {
    listener.listen(on, '127.0.0.1');
    try {
      await once(listener, 'listening');
    } catch (fault) {
      // While nobody listened, the machine may have lent the port to a connection.
      if (on === 0 || (fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
      await wait(50);
      await listen(on);
    }
  }

  async function shut() {
    for (const socket of sockets) socket.destroy();
    if (!listener.listening) return;
    listener.close();
    await once(listener, 'close');
  }

  return {
    port,
    /** As SMTP_URL takes it. */
    url: `smtp://directory:secret@127.0.0.1:${port}`,
    /** The authority that vouches for the good certificate: for tls options, for NODE_EXTRA_CA_CERTS. */
    ca: authority.cert,
    caFile,
    /** Oldest first. */
    copies,
    /** All that was heard outside TLS while misbehaving. */
    heardInClear: () => inClear.toString('latin1'),
    connections: () => ({ ever: connected, now: sockets.size, most }),
    /** From the next conversation on, and for those under way; `undefined` puts everything right. */
    async behave(how?: MailFault | MailFaultName) {
      fault = typeof how === 'string' ? mailFaults[how] : how;
      if (fault?.refused) await shut();
      else if (!listener.listening) await listen(port);
    },
    async close() {
      await shut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type MailServer = Awaited<ReturnType<typeof aMailServer>>;

function aGoodServer({ key, cert }: { key: string; cert: string }, keep: (copy: Copy) => void) {
  const server = new SMTPServer({
    key,
    cert,
    logger: false,
    disableReverseLookup: true,
    authOptional: false,
    onAuth: (login, _session, done) => {
      if (login.username === 'directory' && login.password === 'secret') done(null, { user: 'ok' });
      else done(new Error('Wrong user name or password'));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address).join(',');
        keep({ from, to, bytes: Buffer.concat(chunks), at: Date.now() });
        done();
      });
    },
  });
  // A client that is killed or that turns away is what the tests are about.
  server.on('error', () => undefined);
  return server;
}
