/** Covers src/platform/http/get-bytes.ts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchServices } from '../../../../src/exchange/open-referral/fetch-services.ts';
import { getBytes } from '../../../../src/platform/http/get-bytes.ts';

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `s${from + index}` }));

test('reads a feed of version 1.0 page by page', async () => {
  const { origin, asked } = await aFeed((url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    const content = ids(page * 3 - 3, Math.min(page * 3, 7)).map((each) => ({
      ...each,
      contacts: [],
    }));
    return { totalElements: 7, totalPages: 3, number: page, size: 3, last: page === 3, content };
  });
  const { services } = await fetchServices(`${origin}/services`, reader());
  expect(services).toEqual(ids(0, 7).map((each) => ({ ...each, contacts: [] })));
  expect(asked).toEqual(['/services', '/services?page=2', '/services?page=3']);
});

test('reads a feed of version 3.0 from its root, and each service that its list has in short', async () => {
  const { origin, asked } = await aFeed(({ pathname }) => {
    if (pathname === '/') return { version: 'HSDS-UK-3.0', openapi_url: 'https://x.example' };
    if (pathname === '/services') {
      return { total_pages: 1, page_number: 1, last_page: true, contents: ids(0, 3) };
    }
    return pathname === '/services/s1' ? undefined : { id: pathname.slice(10), contacts: [{}] };
  });
  const { services, notes } = await fetchServices(`${origin}/`, reader());
  expect(services).toEqual([
    { id: 's0', contacts: [{}] },
    { id: 's1' },
    { id: 's2', contacts: [{}] },
  ]);
  expect(notes).toEqual(['service s1: answered 404. It is taken as the list has it.']);
  expect(asked[1]).toBe('/services?per_page=100&full=true');
});

test('reads a feed that counts its pages from 0 in answers and from 1 in addresses', async () => {
  const { origin } = await aFeed((url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    const content = ids(page * 3 - 3, page * 3).map((each) => ({ ...each, contacts: [] }));
    return { totalPages: 3, totalElements: 9, number: page - 1, content };
  });
  const { services, notes } = await fetchServices(`${origin}/services`, reader());
  expect(services.map((service) => (service as { id: string }).id)).toEqual(
    ids(0, 9).map(({ id }) => id),
  );
  expect(notes).toEqual([]);
});

test('reads on where a feed only says that a page is not its last', async () => {
  const { origin } = await aFeed((url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    return { last: page === 3, content: [{ id: page, contacts: [] }] };
  });
  const { services } = await fetchServices(`${origin}/services`, reader());
  expect(services).toHaveLength(3);
});

test('ends where a server knows no pages, and says how many services are missing', async () => {
  const { origin, asked } = await aFeed(() => ({
    totalPages: 99,
    totalElements: 990,
    number: 0,
    content: [
      { id: 'a', contacts: [] },
      { id: 'a', name: 'twice on one page', contacts: [] },
    ],
  }));
  const { services, notes } = await fetchServices(`${origin}/services`, reader());
  expect(services.slice(0, 2)).toEqual([
    { id: 'a', contacts: [] },
    { id: 'a', name: 'twice on one page', contacts: [] },
  ]);
  expect(notes).toEqual([expect.stringContaining('the feed says that it has 990 services')]);
  expect(asked).toHaveLength(3);
});

test('an answer that does not come, is too long or is a fault has a reason', async () => {
  const { origin } = await aFeed(() => ({ content: 'x'.repeat(10_000) }));
  expect(await getBytes(`${origin}/`, { longest: 100 })).toMatchObject({
    ok: false,
    reason: expect.stringContaining('sent more than'),
  });
  expect(await getBytes(`${origin}/`)).toMatchObject({ ok: true });
  expect(await getBytes('http://127.0.0.1:1/')).toMatchObject({ ok: false });
  const silent = createServer(() => undefined);
  expect(await getBytes(await listen(silent), { timeoutMs: 200 })).toEqual({
    ok: false,
    reason: 'did not answer within 0.2 s',
  });
});

function reader() {
  return {
    get: async (url: string) => {
      const got = await getBytes(url);
      if (!got.ok) throw new Error(got.reason);
      return JSON.parse(new TextDecoder().decode(got.bytes));
    },
    tell: () => undefined,
  };
}

/** A real server that answers as `answer` says; undefined is 404. */
async function aFeed(answer: (url: URL) => unknown) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = answer(new URL(request.url ?? '', 'http://x'));
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  return { origin: await listen(server), asked };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
