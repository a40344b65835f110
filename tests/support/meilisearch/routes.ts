import type { z } from 'zod';
import type { Stored } from './filter.ts';
import type { createKeyStore } from './keys.ts';
import { Refusal } from './refusal.ts';
import {
  createIndexSchema,
  createKeySchema,
  multiSearchSchema,
  settingsSchema,
  swapSchema,
  updateIndexSchema,
} from './requests.ts';
import { searchIndex } from './search.ts';
import type { createTaskQueue } from './tasks.ts';

interface Asked {
  body: unknown;
  /** What stands for the last bracket of the path. */
  name: string;
  query: URLSearchParams;
  /** Is the index one that the key is for? */
  mayUse(index: string): boolean;
}
interface Route {
  method: string;
  path: RegExp;
  /** The right that a key needs. */
  action: string;
  answer(asked: Asked): unknown;
}

/** The routes that we use, each with the right it takes. */
export function toRoutes(
  queue: ReturnType<typeof createTaskQueue>,
  keys: ReturnType<typeof createKeyStore>,
): Route[] {
  const find = (uid: string) => {
    const index = queue.indexes.get(uid);
    if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  };
  const show = (uid: string) => {
    const { createdAt, updatedAt } = find(uid);
    return { uid, createdAt, updatedAt, primaryKey: 'id' };
  };
  // A key of certain indexes is shown the tasks of one index each, and so no swap.
  const isShown = ({ mayUse }: Asked, task: { indexUid: string | null }) =>
    mayUse('*any*') || (task.indexUid !== null && mayUse(task.indexUid));
  const route = (method: string, path: string, action: string, answer: Route['answer']): Route => ({
    method,
    path: new RegExp(`^${path}$`),
    action,
    answer,
  });
  const index = '/indexes/([\\w-]+)';
  /** For one index, which the key must be for. */
  const of = (answer: Route['answer']): Route['answer'] => {
    return (asked) => {
      if (!asked.mayUse(asked.name)) throw new Refusal(403, 'invalid_api_key');
      return answer(asked);
    };
  };

  return [
    route('GET', '/tasks', 'tasks.get', (asked) => {
      const uids = asked.query.get('indexUids')?.split(',');
      const all = queue.tasks
        .filter((task) => isShown(asked, task))
        .filter(({ indexUid }) => !uids || uids.includes(indexUid ?? ''));
      const results = all.toReversed().slice(0, Number(asked.query.get('limit') ?? 20));
      return { results, total: all.length, limit: results.length, from: null, next: null };
    }),
    route('GET', '/tasks/(\\d+)', 'tasks.get', (asked) => {
      const task = queue.tasks[Number(asked.name)];
      if (!task || !isShown(asked, task)) throw new Refusal(404, 'task_not_found');
      return task;
    }),
    route('GET', '/indexes', 'indexes.get', ({ query, mayUse }) => {
      const all = [...queue.indexes.keys()].filter(mayUse).map(show);
      const offset = Number(query.get('offset') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return { results: all.slice(offset, offset + limit), offset, limit, total: all.length };
    }),
    route('POST', '/indexes', 'indexes.create', ({ body, mayUse }) => {
      const { uid } = read(createIndexSchema, body);
      if (!mayUse(uid)) throw new Refusal(403, 'invalid_api_key');
      return queue.createIndex(uid);
    }),
    route(
      'GET',
      index,
      'indexes.get',
      of(({ name }) => show(name)),
    ),
    route(
      ...(['PATCH', index, 'indexes.update'] as const),
      of(({ name, body }) => queue.updateIndex(name, read(updateIndexSchema, body))),
    ),
    route(
      'DELETE',
      index,
      'indexes.delete',
      of(({ name }) => queue.deleteIndex(name)),
    ),
    route(
      ...(['GET', `${index}/stats`, 'stats.get'] as const),
      of(({ name }) => ({ numberOfDocuments: find(name).documents.size, isIndexing: false })),
    ),
    route(
      ...(['PATCH', `${index}/settings`, 'settings.update'] as const),
      of(({ name, body }) => queue.changeSettings(name, read(settingsSchema, body))),
    ),
    route(
      ...(['POST', `${index}/documents`, 'documents.add'] as const),
      of(({ name, body }) => queue.addDocuments(name, body as Stored[])),
    ),
    route('POST', '/swap-indexes', 'indexes.swap', ({ body, mayUse }) => {
      const pairs = read(swapSchema, body);
      if (!pairs.flatMap(({ indexes }) => indexes).every(mayUse)) {
        throw new Refusal(403, 'invalid_api_key');
      }
      return queue.swap(pairs);
    }),
    route('POST', '/multi-search', 'search', ({ body, mayUse }) => {
      const { queries } = read(multiSearchSchema, body);
      if (!queries.every(({ indexUid }) => mayUse(indexUid))) {
        throw new Refusal(403, 'invalid_api_key');
      }
      return { results: queries.map((query) => searchIndex(find(query.indexUid), query)) };
    }),
    route('POST', '/keys', 'keys.create', ({ body }) => keys.create(read(createKeySchema, body))),
    route('GET', '/keys/([\\w-]+)', 'keys.get', ({ name }) => keys.get(name)),
    route('DELETE', '/keys/([\\w-]+)', 'keys.delete', ({ name }) => keys.delete(name)),
  ];
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'bad_request', JSON.stringify(parsed.error.issues));
}
