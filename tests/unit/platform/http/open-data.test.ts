import { afterEach, describe, expect, test } from 'vitest';
import { aServer } from '../../../support/site/a-server.ts';

let running: Awaited<ReturnType<typeof aServer>>;
afterEach(() => running.close());

const start = async () => {
  const asked: (string | undefined)[] = [];
  running = await aServer({
    files: { '404.html': 'Nothing here' },
    isOpenData: (path) => path.startsWith('/api/open/'),
    handler: async (request, response) => {
      asked.push(request.url);
      if (request.url?.includes('broken')) throw new Error('broken');
      const isThere = !request.url?.includes('nothing');
      response.writeHead(isThere ? 200 : 404, {
        'content-type': 'application/json',
        etag: '"tag"',
      });
      response.end(request.method === 'HEAD' ? undefined : '{}');
    },
  });
  return { ...running, asked };
};

describe('an address of open data', () => {
  test('is read by pages of any site, whatever is answered there', async () => {
    const { get } = await start();
    const allowed = async (path: string, init: RequestInit = {}) => {
      const { headers, status } = await get(path, init);
      return [status, headers.get('access-control-allow-origin')];
    };

    expect(await allowed('/api/open/things')).toEqual([200, '*']);
    expect(await allowed('/api/open/nothing')).toEqual([404, '*']);
    expect(await allowed('/api/open/broken')).toEqual([500, '*']);
    expect(await allowed('/api/open/%FF')).toEqual([400, '*']);
    expect(await allowed('/api/open/things', { method: 'DELETE' })).toEqual([405, '*']);
    expect(await allowed('/api/open/things', { headers: { 'if-none-match': '"tag"' } })).toEqual([
      304,
      '*',
    ]);
    expect(await allowed('/api/search')).toEqual([200, null]);
  });

  test('answers the question that browsers ask before a request with headers of its own', async () => {
    const { get } = await start();
    const { status, headers } = await get('/api/open/things', { method: 'OPTIONS' });

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(headers.get('access-control-allow-headers')).toBe('*');
    expect((await get('/api/search', { method: 'OPTIONS' })).status).toBe(405);
  });

  test('is answered where it is asked: without a slash, and with capitals in the names of its fields', async () => {
    const { get, asked } = await start();

    expect((await get('/api/open/two_words?perPage=2')).status).toBe(200);
    expect(asked).toEqual(['/api/open/two_words/?perPage=2']);
    expect((await get('/api/search?perPage=2')).status).toBe(308);
  });

  test('that leads nowhere is nowhere to HEAD too, and no page', async () => {
    const { get } = await start();
    const { status, headers } = await get('/api/open/nothing', { method: 'HEAD' });

    expect([status, headers.get('content-type')]).toEqual([404, 'application/json']);
  });
});
