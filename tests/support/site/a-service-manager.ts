import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const HOLDER = fileURLToPath(new URL('hold-socket.mjs', import.meta.url));

/**
 * Stands in for systemd with directory-site.socket: opens a listening socket once, and starts the real server with it,
 * as often as the test says. What arrives in between waits in the socket's queue.
 */
export async function aServiceManager(
  environment: Record<string, string> = {},
  { cwd = '.', command = [process.execPath, 'scripts/serve.ts'] } = {},
) {
  const { holder, port } = await holdSocket();
  const { stdout, stderr } = holder as ChildProcessByStdio<null, Readable, Readable>;
  let written = '';
  for (const stream of [stdout, stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      written += text;
    });
  }
  const start = () =>
    holder.send({
      start: {
        cwd,
        command,
        environment: { ...process.env, LOG_LEVEL: 'warn', ...environment, HOST: '', PORT: '' },
      },
    });
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    holder.send({ signal });
    const [{ exited }] = await once(holder, 'message');
    return exited as number | string;
  };
  const started = async () => {
    const from = written.length;
    start();
    const exited = once(holder, 'message');
    while (!written.slice(from).includes('The site is at ')) {
      const [message] = await Promise.race([once(stdout, 'data'), exited]);
      if (typeof message === 'object') throw new Error(`It did not start:\n${written}`);
    }
  };
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    log: () => written,
    /** Resolves once the server says that it is there. */
    start: started,
    /** Asks the server to end; resolves to its exit code, or the signal that ended it. */
    end,
    /** As `systemctl restart`: the next one begins once the last has ended. */
    restart: async (signal: NodeJS.Signals = 'SIGTERM') => {
      const code = await end(signal);
      await started();
      return code;
    },
    close: async () => {
      if (holder.exitCode !== null) return;
      holder.disconnect();
      await once(holder, 'exit');
    },
  };
}

/**
 * Keeps a listening socket in a process of its own, which starts programs with it when told to
 * (hold-socket.mjs).
 */
export async function holdSocket(wanted = 0, host = '127.0.0.1') {
  const socket = createServer().listen(wanted, host, 4096);
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  const { fd } = (socket as unknown as { _handle: { fd: number } })._handle;
  const holder = spawn(process.execPath, [HOLDER], {
    stdio: ['ignore', 'pipe', 'pipe', fd, 'ipc'],
  });
  // The holder has its own by now, and this process is to take nothing from it.
  socket.close();
  return { holder, port };
}
