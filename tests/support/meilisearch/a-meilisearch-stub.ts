import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { toKeyCreations } from '../../../src/search/engines/meilisearch/keys.ts';
import type { Stored } from './filter.ts';
import { createKeyStore } from './keys.ts';
import { Refusal, toRefusal } from './refusal.ts';
import { settingsSchema } from './requests.ts';
import { toRoutes } from './routes.ts';
import { createTaskQueue } from './tasks.ts';

/** Answers in place of the server; false: it answers by itself after all. */
export type MeilisearchFault = (
  request: { method: string; path: string; body: unknown },
  response: ServerResponse,
) => boolean | Promise<boolean>;

/** May search any index. */
export const SEARCH_KEY = 'a-key-that-may-only-search';
/** May do to the index `listings` what `npm run index` does. */
export const ADMIN_KEY = 'a-key-that-may-write-an-index';

/**
 * The routes of Meilisearch that we use, over real HTTP: keys, tasks that take their time, filters, counts.
 * Bodies are held against the documented ones. `behave(fault)` makes it go wrong, `behave()` puts it right.
 */
export async function aMeilisearchStub(port = 0) {
  const queue = createTaskQueue();
  const keys = createKeyStore();
  keys.seed(SEARCH_KEY, ['search'], ['*']);
  const { actions, indexes } = toKeyCreations('listings', (text) => text).admin;
  keys.seed(ADMIN_KEY, actions, indexes);
  const routes = toRoutes(queue, keys);
  const asked: { method: string; path: string; body: unknown }[] = [];
  const sockets = new Set<Socket>();
  let fault: MeilisearchFault | undefined;

  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stub');
    const method = request.method ?? '';
    try {
      const body = await readBody(request);
      asked.push({ method, path, body });
      if (fault && (await fault({ method, path, body }, response))) return;
      if (path === '/health') return send(response, 200, { status: 'available' });
      for (const route of routes) {
        const match = method === route.method ? route.path.exec(path) : null;
        if (!match) continue;
        const mayUse = keys.authorise(request.headers.authorization, route.action);
        const reply = route.answer({ body, name: match[1] ?? '', query, mayUse });
        const isTask = typeof reply === 'object' && reply !== null && 'taskUid' in reply;
        return send(response, isTask ? 202 : reply === undefined ? 204 : 200, reply);
      }
      throw new Refusal(404, 'not_found');
    } catch (fault) {
      const { status, code, message } = toRefusal(fault);
      send(response, status, { message, code, type: 'invalid_request', link: '' });
    }
  });
  // Longer than a searcher takes to build, during which nobody reads that a connection was closed.
  server.keepAliveTimeout = 120_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listen(server, port);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    port: (server.address() as AddressInfo).port,
    queue,
    keys,
    asked,
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

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (fault) {
    // Of one that was there before: meanwhile the machine may have lent its port to a connection.
    if (port === 0 || (fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
    await wait(50);
    await listen(server, port);
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
