import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { z } from 'zod';
import { BadFilter, type Stored } from './meilisearch/filter.ts';
import {
  createIndexSchema,
  multiSearchSchema,
  settingsSchema,
  swapSchema,
} from './meilisearch/requests.ts';
import { BadQuery, searchIndex } from './meilisearch/search.ts';
import { createTaskQueue } from './meilisearch/tasks.ts';

/** Answers in place of the server; false: it answers by itself after all. */
export type MeilisearchFault = (
  request: { method: string; path: string; body: unknown },
  response: ServerResponse,
) => boolean | Promise<boolean>;

export const SEARCH_KEY = 'a-key-that-may-only-search';
export const ADMIN_KEY = 'a-key-that-may-write-an-index';

class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The routes of Meilisearch that we use, over real HTTP: keys, tasks that take their time, filters, counts.
 * Bodies are held against the documented ones. `behave(fault)` makes it go wrong, `behave()` puts it right.
 */
export async function aMeilisearchStub(port = 0) {
  const queue = createTaskQueue();
  const asked: { method: string; path: string; body: unknown }[] = [];
  const sockets = new Set<Socket>();
  let fault: MeilisearchFault | undefined;

  const routes: [string, RegExp, (body: unknown, id: string, query: URLSearchParams) => unknown][] =
    [
      ['GET', /^\/health$/, () => ({ status: 'available' })],
      ['GET', /^\/tasks$/, (_, __, query) => listTasks(query)],
      ['GET', /^\/tasks\/(\d+)$/, (_, id) => queue.tasks[Number(id)]],
      ['GET', /^\/indexes$/, (_, __, query) => listIndexes(query)],
      ['POST', /^\/indexes$/, (body) => queue.createIndex(read(createIndexSchema, body).uid)],
      ['DELETE', /^\/indexes\/([\w-]+)$/, (_, uid) => queue.deleteIndex(uid)],
      ['GET', /^\/indexes\/([\w-]+)\/stats$/, (_, uid) => stats(uid)],
      [
        ...(['PATCH', /^\/indexes\/([\w-]+)\/settings$/] as const),
        (body, uid) => queue.changeSettings(uid, read(settingsSchema, body)),
      ],
      [
        ...(['POST', /^\/indexes\/([\w-]+)\/documents$/] as const),
        (body, uid) => queue.addDocuments(uid, body as Stored[]),
      ],
      ['POST', /^\/swap-indexes$/, (body) => queue.swap(read(swapSchema, body))],
      ['POST', /^\/multi-search$/, search],
    ];

  const find = (uid: string) => {
    const index = queue.indexes.get(uid);
    if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  };
  function search(body: unknown) {
    const { queries } = read(multiSearchSchema, body);
    return { results: queries.map((query) => searchIndex(find(query.indexUid), query)) };
  }
  function stats(uid: string) {
    return { numberOfDocuments: find(uid).documents.size, isIndexing: false };
  }
  function listIndexes(query: URLSearchParams) {
    const all = [...queue.indexes.values()].map(({ settings, documents, ...rest }) => rest);
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 20)];
    return { results: all.slice(offset, offset + limit), offset, limit, total: all.length };
  }
  function listTasks(query: URLSearchParams) {
    const uids = query.get('indexUids')?.split(',');
    const all = queue.tasks.filter(({ indexUid }) => !uids || uids.includes(indexUid ?? ''));
    const results = all.toReversed().slice(0, Number(query.get('limit') ?? 20));
    return { results, total: all.length, limit: results.length, from: null, next: null };
  }

  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://stub');
    const method = request.method ?? '';
    try {
      const body = await readBody(request);
      asked.push({ method, path, body });
      if (fault && (await fault({ method, path, body }, response))) return;
      if (path !== '/health') authorise(request, path);
      for (const [verb, pattern, handle] of routes) {
        const match = method === verb ? pattern.exec(path) : null;
        if (!match) continue;
        const reply = handle(body, match[1] ?? '', searchParams);
        const isTask = typeof reply === 'object' && reply !== null && 'taskUid' in reply;
        return send(response, isTask ? 202 : 200, reply);
      }
      throw new Refusal(404, 'not_found');
    } catch (refused) {
      refuse(response, refused);
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    port: (server.address() as AddressInfo).port,
    ...{ queue, asked },
    /** Puts an index there at once, without tasks. */
    fill: (uid: string, settings: unknown, documents: readonly Stored[]) => {
      const now = new Date().toISOString();
      const stored = new Map(documents.map((document) => [String(document.id), document]));
      const read = settingsSchema.parse(settings);
      queue.indexes.set(uid, {
        uid,
        settings: read,
        documents: stored,
        createdAt: now,
        updatedAt: now,
      });
    },
    behave: (next?: MeilisearchFault) => {
      fault = next;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

function authorise({ headers }: IncomingMessage, path: string): void {
  if (!headers.authorization) throw new Refusal(401, 'missing_authorization_header');
  const key = headers.authorization.replace('Bearer ', '');
  const mayDo = key === ADMIN_KEY || (key === SEARCH_KEY && path === '/multi-search');
  if (!mayDo) throw new Refusal(403, 'invalid_api_key');
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'bad_request', JSON.stringify(parsed.error.issues));
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

function refuse(response: ServerResponse, fault: unknown): void {
  const [status, code] =
    fault instanceof Refusal
      ? [fault.status, fault.code]
      : fault instanceof BadFilter
        ? [400, 'invalid_search_filter']
        : fault instanceof BadQuery
          ? [400, fault.code]
          : [500, 'internal'];
  const message = fault instanceof Error ? fault.message : code;
  send(response, status, { message, code, type: 'invalid_request', link: '' });
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
