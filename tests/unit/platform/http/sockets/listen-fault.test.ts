import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findListenFault } from '../../../../../src/platform/http/sockets/listen-fault.ts';

test('a free port is found free, and is left free', async () => {
  const port = await aPort({ taken: false });

  expect(await findListenFault('127.0.0.1', port)).toBeUndefined();
  expect(await findListenFault('127.0.0.1', port)).toBeUndefined();
});

test('a port that is taken is named, with what to do', async () => {
  const port = await aPort({ taken: true });

  expect(await findListenFault('127.0.0.1', port)).toBe(
    `Port ${port} is taken. Stop what uses it, or set PORT to another number.`,
  );
});

test('an address that is not of this machine is told as the system tells it', async () => {
  expect(await findListenFault('192.0.2.1', 0)).toMatch(
    /^The server cannot listen: .*192\.0\.2\.1/,
  );
});

async function aPort({ taken }: { taken: boolean }): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (taken) onTestFinished(() => void server.close());
  else await new Promise((closed) => server.close(closed));
  return port;
}
