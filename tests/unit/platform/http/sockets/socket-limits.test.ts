/** Covers src/platform/http/sockets/near-addresses.ts. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isNear } from '../../../../../src/platform/http/sockets/near-addresses.ts';
import { createSocketLimits } from '../../../../../src/platform/http/sockets/socket-limits.ts';
import { aServer } from '../../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>> | undefined;
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
  running?.close();
  running = undefined;
});

describe('sockets of a server', () => {
  test('are so many at most: one that asks for nothing makes room, the oldest first', async () => {
    const { port, get, log } = await start({ most: 3 });
    const [first, second, third] = [await aSocket(port), await aSocket(port), await aSocket(port)];

    const gone = once(first as Socket, 'close');
    expect((await get('/')).status).toBe(200);
    await gone;

    expect(second?.destroyed).toBe(false);
    expect(third?.destroyed).toBe(false);
    expect(log()).toMatch(/"event":"sockets.limited"/);
    expect(log()).not.toContain('127.0.0.1');
  });

  test('that wait for an answer stay, and a new one is refused in their place', async () => {
    const mayFinish = Promise.withResolvers<void>();
    const { port, made } = await start({ most: 2 }, () => mayFinish.promise);
    const asked = [await aSocket(port), await aSocket(port)];
    for (const socket of asked) socket.write('GET /slow/ HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => made.length).toBe(2);

    await once(await aSocket(port), 'close');
    const answers = asked.map((socket) => once(socket, 'data'));
    mayFinish.resolve();

    for (const [chunk] of await Promise.all(answers)) expect(String(chunk)).toMatch(/ 200 /);
  });
});

describe('sockets of one address', () => {
  const admitted = (limits: ReturnType<typeof createSocketLimits>, address: string) => {
    const socket = aStandIn(address);
    limits.admit(socket as unknown as Socket);
    return socket;
  };
  const limitsOf = (isExempt: (address: string) => boolean = () => false) =>
    createSocketLimits({
      most: 10,
      mostByNetwork: 3,
      isExempt,
      isBusy: () => true,
      log: { warn: () => undefined },
    });

  test.each([
    ['an address of IPv4', ['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1'], '198.51.100.1'],
    [
      'a network of IPv6',
      ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:ffff::1'],
      '2001:db8:0:1::1',
    ],
  ])('are fewer than all may be: %s', (_what, same, other) => {
    const limits = limitsOf();
    for (const address of same) expect(admitted(limits, address).destroyed).toBe(false);

    expect(admitted(limits, same[0] ?? '').destroyed).toBe(true);
    expect(admitted(limits, other).destroyed).toBe(false);
  });

  test('count no more once they are closed', () => {
    const limits = limitsOf();
    const [first] = ['192.0.2.1', '192.0.2.1', '192.0.2.1'].map((address) =>
      admitted(limits, address),
    );
    first?.destroy();

    expect(admitted(limits, '192.0.2.1').destroyed).toBe(false);
    expect(admitted(limits, '192.0.2.1').destroyed).toBe(true);
  });

  test('are not counted for a proxy, through which everybody comes', () => {
    const limits = limitsOf((address) => address === '10.0.0.1');
    const sockets = Array.from({ length: 10 }, () => admitted(limits, '10.0.0.1'));

    expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([]);
    expect(admitted(limits, '10.0.0.1').destroyed).toBe(true);
  });
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:10.1.2.3', true],
  ['fd00::1', true],
  ['203.0.113.7', false],
  ['172.32.0.1', false],
  ['2001:db8::1', false],
  ['', false],
])('an address of a network of our own: %s, %s', (address, near) => {
  expect(isNear(address)).toBe(near);
});

async function start(
  sockets: { most: number },
  answer: () => Promise<void> = async () => undefined,
) {
  const made: string[] = [];
  running = await aServer({
    handler: async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
      made.push(url);
      await answer();
      response.end('found');
    },
    sockets,
  });
  return { ...running, made };
}

async function aSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.resume();
  return socket;
}

/** A socket from an address that this machine does not have. */
function aStandIn(remoteAddress: string) {
  let closed: (() => void) | undefined;
  return {
    remoteAddress,
    destroyed: false,
    once(_event: 'close', listener: () => void) {
      closed = listener;
      return this;
    },
    destroy() {
      this.destroyed = true;
      closed?.();
      return this;
    },
  };
}
