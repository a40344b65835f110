import { afterEach, expect, test } from 'vitest';
import { warmUp } from '../../../../src/platform/http/warm-up.ts';
import { aServer } from '../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
afterEach(() => running.close());

test('a page is asked for before the server is where visitors find it, and then it can be', async () => {
  running = await aServer({ files: { 'index.html': 'Home' } });
  const { server, port } = running;
  await new Promise((closed) => server.close(closed));

  expect(await warmUp(server, '/')).toBe(200);
  expect(server.listening).toBe(false);
  server.listen(port, '127.0.0.1');
  expect(await (await running.get('/')).text()).toBe('Home');
});

test('a server that fails says so by its status', async () => {
  running = await aServer({ handler: () => Promise.reject(new Error('broken')) });
  const { server } = running;
  await new Promise((closed) => server.close(closed));

  expect(await warmUp(server, '/health')).toBe(500);
});
