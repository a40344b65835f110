import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { aServer, sendRaw } from '../../../../support/site/a-server.ts';
import { unreadAnswers } from '../../../../support/site/attacks.ts';

let running: Awaited<ReturnType<typeof aServer>>;
afterEach(() => running.close());

const request = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const last = (path: string) => request(path, 'Connection: close\r\n');

/** A server that notes which pages it makes, and how many at once at most. */
async function start(answer: (path: string) => Promise<string> | string = (path) => path) {
  const made: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  running = await aServer({
    handler: async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
      made.push(url);
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await new Promise(setImmediate);
      const text = await answer(url);
      atOnce -= 1;
      response.setHeader('content-type', 'text/html');
      response.end(text);
    },
    turns: { mostWaiting: 8, mostRequests: 12 },
  });
  return { ...running, made, mostAtOnce: () => mostAtOnce };
}

const bodiesIn = (reply: string) => [...reply.matchAll(/\r\n\r\n([^H]*)/g)].map(([, body]) => body);

describe('requests sent at once on one socket', () => {
  test('are answered one after another, in their order', async () => {
    const { port, made, mostAtOnce } = await start();
    const paths = ['/1/', '/2/', '/3/', '/4/', '/5/'];

    const reply = await sendRaw(port, paths.map((path) => request(path)).join('') + last('/6/'));

    expect(bodiesIn(reply)).toEqual([...paths, '/6/']);
    expect(made).toEqual([...paths, '/6/']);
    expect(mostAtOnce()).toBe(1);
  });

  test('wait while nobody reads the answer before them, and others do not', async () => {
    const large = 'x'.repeat(32 * 1024 * 1024);
    const { port, made, get } = await start((path) => (path === '/large/' ? large : path));
    const attack = await unreadAnswers(port, { sockets: 3, requests: 8, path: '/large/' });
    await expect.poll(() => made.length).toBe(3);
    for (let other = 0; other < 5; other += 1) expect((await get('/other/')).status).toBe(200);

    expect(made.filter((path) => path === '/large/')).toHaveLength(3);
    expect(attack.cut()).toBe(0);
    attack.stop();
  });

  test('are not begun once their socket is gone', async () => {
    const mayFinish = Promise.withResolvers<string>();
    const { port, made, server } = await start(() => mayFinish.promise);
    const attack = await unreadAnswers(port, { sockets: 1, requests: 4, path: '/slow/' });
    await expect.poll(() => made.length).toBe(1);

    attack.stop();
    await expect
      .poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count))))
      .toBe(0);
    mayFinish.resolve('late');
    await new Promise(setImmediate);

    expect(made).toEqual(['/slow/']);
  });

  test('end the socket when too many wait', async () => {
    const { port, made, get } = await start();

    const attack = await unreadAnswers(port, { sockets: 1, requests: 5000, path: '/1/' });
    await expect.poll(attack.cut).toBe(1);

    expect(made.length).toBeLessThanOrEqual(8);
    expect((await get('/other/')).status).toBe(200);
  });

  test('are never answered by the refusal of a damaged one behind them', async () => {
    const { port } = await start();

    const reply = await sendRaw(port, `${request('/1/')}nonsense\r\n\r\n`);

    expect(reply).not.toMatch(/ 400 /);
  });
});

test('a socket is closed with its last request, and asked anew', async () => {
  const { port } = await start();
  const socket = connect(port, '127.0.0.1');
  let reply = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    reply += chunk;
    if (bodiesIn(reply).length < 20) socket.write(request('/next/'));
  });
  socket.on('error', () => undefined);
  socket.write(request('/first/'));
  await new Promise((resolve) => socket.on('close', resolve));

  expect(reply.match(/HTTP\/1.1 200/g)).toHaveLength(12);
  expect(reply.match(/connection: close/gi)).toHaveLength(1);
});
