import { afterEach, expect, test } from 'vitest';
import { stopServer } from '../../../src/platform/http/http-server.ts';
import { aServer } from '../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
afterEach(() => running.close());

test('stopping lets a running request finish and takes no new one', async () => {
  const arrived = Promise.withResolvers<void>();
  const mayFinish = Promise.withResolvers<void>();
  running = await aServer({
    handler: async (_request, response) => {
      arrived.resolve();
      await mayFinish.promise;
      response.end('done');
    },
  });
  const slow = running.get('/slow/');
  await arrived.promise;

  const stopped = stopServer(running.server);
  await expect(running.get('/slow/')).rejects.toThrow();
  mayFinish.resolve();

  expect(await (await slow).text()).toBe('done');
  await stopped;
});

test('stopping cuts what is still running when the time is up', async () => {
  const arrived = Promise.withResolvers<void>();
  running = await aServer({
    handler: () => {
      arrived.resolve();
      return new Promise(() => {});
    },
  });
  const stuck = expect(running.get('/stuck/')).rejects.toThrow();
  await arrived.promise;

  await stopServer(running.server, 50);

  await stuck;
});
