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

type Queue = ReturnType<typeof createTaskQueue>;

const ONE_INDEX = '/indexes/([\\w-]+)';

/** The routes that we use, each with the right it takes. */
export function toRoutes(queue: Queue, keys: ReturnType<typeof createKeyStore>): Route[] {
  return [
    ...taskRoutes(queue),
    ...indexRoutes(queue),
    ...oneIndexRoutes(queue),
    ...searchRoutes(queue),
    route('POST', '/keys', 'keys.create', ({ body }) => keys.create(read(createKeySchema, body))),
    route('GET', '/keys/([\\w-]+)', 'keys.get', ({ name }) => keys.get(name)),
    route('DELETE', '/keys/([\\w-]+)', 'keys.delete', ({ name }) => keys.delete(name)),
  ];
}

function taskRoutes(queue: Queue): Route[] {
  // A key of certain indexes is shown the tasks of one index each, and so no swap.
  const isShown = ({ mayUse }: Asked, task: { indexUid: string | null }) =>
    mayUse('*any*') || (task.indexUid !== null && mayUse(task.indexUid));

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
  ];
}

function indexRoutes(queue: Queue): Route[] {
  return [
    route('GET', '/indexes', 'indexes.get', ({ query, mayUse }) => {
      const all = [...queue.indexes.keys()].filter(mayUse).map((uid) => show(queue, uid));
      const offset = Number(query.get('offset') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return { results: all.slice(offset, offset + limit), offset, limit, total: all.length };
    }),
    route('POST', '/indexes', 'indexes.create', ({ body, mayUse }) => {
      const { uid } = read(createIndexSchema, body);
      if (!mayUse(uid)) throw new Refusal(403, 'invalid_api_key');
      return queue.createIndex(uid);
    }),
    route('POST', '/swap-indexes', 'indexes.swap', ({ body, mayUse }) => {
      const pairs = read(swapSchema, body);
      if (!pairs.flatMap(({ indexes }) => indexes).every(mayUse)) {
        throw new Refusal(403, 'invalid_api_key');
      }
      return queue.swap(pairs);
    }),
  ];
}

function oneIndexRoutes(queue: Queue): Route[] {
  return [
    route(
      'GET',
      ONE_INDEX,
      'indexes.get',
      ofOne(({ name }) => show(queue, name)),
    ),
    route(
      'PATCH',
      ONE_INDEX,
      'indexes.update',
      ofOne(({ name, body }) => queue.updateIndex(name, read(updateIndexSchema, body))),
    ),
    route(
      'DELETE',
      ONE_INDEX,
      'indexes.delete',
      ofOne(({ name }) => queue.deleteIndex(name)),
    ),
    route(
      'GET',
      `${ONE_INDEX}/stats`,
      'stats.get',
      ofOne(({ name }) => ({
        numberOfDocuments: find(queue, name).documents.size,
        isIndexing: false,
      })),
    ),
    route(
      'PATCH',
      `${ONE_INDEX}/settings`,
      'settings.update',
      ofOne(({ name, body }) => queue.changeSettings(name, read(settingsSchema, body))),
    ),
    route(
      'POST',
      `${ONE_INDEX}/documents`,
      'documents.add',
      ofOne(({ name, body }) => queue.addDocuments(name, body as Stored[])),
    ),
  ];
}

function searchRoutes(queue: Queue): Route[] {
  return [
    route('POST', '/multi-search', 'search', ({ body, mayUse }) => {
      const { queries } = read(multiSearchSchema, body);
      if (!queries.every(({ indexUid }) => mayUse(indexUid))) {
        throw new Refusal(403, 'invalid_api_key');
      }
      return { results: queries.map((query) => searchIndex(find(queue, query.indexUid), query)) };
    }),
  ];
}

function route(method: string, path: string, action: string, answer: Route['answer']): Route {
  return { method, path: new RegExp(`^${path}$`), action, answer };
}

/** For one index, which the key must be for. */
function ofOne(answer: Route['answer']): Route['answer'] {
  return (asked) => {
    if (!asked.mayUse(asked.name)) throw new Refusal(403, 'invalid_api_key');
    return answer(asked);
  };
}

function find(queue: Queue, uid: string) {
  const index = queue.indexes.get(uid);
  if (!index) throw new Refusal(404, 'index_not_found', `Index \`${uid}\` not found.`);
  return index;
}

function show(queue: Queue, uid: string) {
  const { createdAt, updatedAt } = find(queue, uid);
  return { uid, createdAt, updatedAt, primaryKey: 'id' };
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'bad_request', JSON.stringify(parsed.error.issues));
}
