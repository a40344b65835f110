import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  listen,
  takeHandedSocket,
} from '../../../../../src/platform/http/sockets/handed-socket.ts';

test('a socket that was handed to this process is taken, and no program started from here takes it again', () => {
  const environment = { LISTEN_PID: '42', LISTEN_FDS: '1', LISTEN_FDNAMES: 'site', HOME: '/' };

  expect(takeHandedSocket(environment, 42)).toBe(3);
  expect(environment).toEqual({ HOME: '/' });
});

test.each([
  ['none was handed over', {}],
  ['it was for another process', { LISTEN_PID: '41', LISTEN_FDS: '1' }],
  ['there are none of them', { LISTEN_PID: '42', LISTEN_FDS: '0' }],
  ['their number is none', { LISTEN_PID: '42', LISTEN_FDS: '' }],
])('no socket is taken where %s', (_, environment) => {
  expect(takeHandedSocket(environment, 42)).toBeUndefined();
});

test('without such a socket the server listens where it is told', async () => {
  const server = createServer();
  onTestFinished(() => void server.close());

  listen(server, { socket: undefined, host: '127.0.0.1', port: 0 });

  await once(server, 'listening');
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
});
