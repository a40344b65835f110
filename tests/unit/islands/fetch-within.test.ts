import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchWithin } from '../../../src/islands/fetch-within.ts';

const server = createServer((request, response) => {
  if (request.url === '/soon') response.end(request.method);
});
let origin = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('gives the answer that comes in time', async () => {
  const answer = await fetchWithin(5000, `${origin}/soon`, { method: 'POST' });

  expect(await answer?.text()).toBe('POST');
});

test('gives nothing if none comes in time, or nobody is there', async () => {
  expect(await fetchWithin(50, `${origin}/never`)).toBeUndefined();
  expect(await fetchWithin(5000, 'http://127.0.0.1:9/')).toBeUndefined();
});
