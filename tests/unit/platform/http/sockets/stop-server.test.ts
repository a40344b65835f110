import { on, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { stopServer } from '../../../../../src/platform/http/sockets/stop-server.ts';
import { aServer } from '../../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
const start = async (options: Parameters<typeof aServer>[0] = {}) => {
  running = await aServer(options);
  return running;
};
afterEach(() => running.close());

test('stopping lets a running request finish and takes no new one', async () => {
  const arrived = Promise.withResolvers<void>();
  const mayFinish = Promise.withResolvers<void>();
  const { get, server } = await start({
    handler: async (_request, response) => {
      arrived.resolve();
      await mayFinish.promise;
      response.end('done');
    },
  });
  const slow = get('/slow/');
  await arrived.promise;

  const stopped = stopServer(server);
  await expect(get('/slow/')).rejects.toThrow();
  mayFinish.resolve();

  expect(await (await slow).text()).toBe('done');
  await stopped;
});

test('stopping cuts what is still running when the time is up', async () => {
  const arrived = Promise.withResolvers<void>();
  const { get, server } = await start({
    handler: () => {
      arrived.resolve();
      return new Promise(() => {});
    },
  });
  const stuck = expect(get('/stuck/')).rejects.toThrow();
  await arrived.promise;

  await stopServer(server, 50);

  await stuck;
});

test('a kept connection is answered once more while the server stops, and told that it closes', async () => {
  const { port, server } = await start({ files: { 'index.html': 'Home' } });
  const socket = connect(port, '127.0.0.1');
  expect(await ask(socket)).not.toMatch(/^connection: close/im);

  const stopped = stopServer(server);
  const [last] = await Promise.all([ask(socket), once(socket, 'end')]);

  expect(last).toMatch(/^HTTP\/1\.1 200 /);
  expect(last).toMatch(/^connection: close\r$/im);
  await stopped;
});

test('stopping waits no longer for a connection that nobody uses than its client was told', async () => {
  const { port, server } = await start({ files: { 'index.html': 'Home' } });
  server.keepAliveTimeout = 200;
  const socket = connect(port, '127.0.0.1');
  await ask(socket);

  await Promise.all([once(socket, 'end'), stopServer(server, 60_000)]);
});

test('stopping a server that never listened is done at once', async () => {
  const { server } = await start();
  await stopServer(server);

  await stopServer(server);
});

/** The answer to one request for the home page, up to the end of its words or of the connection. */
async function ask(socket: Socket): Promise<string> {
  socket.setEncoding('utf8').write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  let answer = '';
  for await (const text of on(socket, 'data', { close: ['end', 'close'] })) {
    answer += text[0];
    if (answer.endsWith('Home')) break;
  }
  return answer;
}
