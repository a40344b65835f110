import type { Stored } from './filter.ts';
import type { StubSettings } from './requests.ts';
import type { StoredIndex } from './search.ts';

interface StubTask {
  uid: number;
  indexUid: string | null;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  type: string;
  error: { code: string; message: string; type: string; link: string } | null;
  enqueuedAt: string;
  finishedAt: string | null;
}

/** The indexes of one server, and the queue in which every change to them is made, one after the other. */
export function createTaskQueue() {
  const indexes = new Map<string, StoredIndex>();
  const tasks: StubTask[] = [];
  let last = Promise.resolve();
  let delayMs = 0;
  let noteDone: () => void = () => undefined;

  function enqueue(type: string, indexUid: string | null, work: () => void) {
    const task: StubTask = {
      uid: tasks.length,
      indexUid,
      status: 'enqueued',
      type,
      error: null,
      enqueuedAt: new Date().toISOString(),
      finishedAt: null,
    };
    tasks.push(task);
    last = last.then(async () => {
      task.status = 'processing';
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      try {
        work();
        task.status = 'succeeded';
      } catch (fault) {
        const code = fault instanceof Error ? fault.message : 'internal';
        task.status = 'failed';
        task.error = { code, message: code, type: 'invalid_request', link: '' };
      }
      task.finishedAt = new Date().toISOString();
      noteDone();
    });
    const { uid, status, enqueuedAt } = task;
    return { taskUid: uid, indexUid, status, type, enqueuedAt };
  }

  const require = (uid: string) => {
    const index = indexes.get(uid);
    if (!index) throw new Error('index_not_found');
    return index;
  };
  const create = (uid: string) => {
    const now = new Date().toISOString();
    const index = { uid, settings: {}, documents: new Map(), createdAt: now, updatedAt: now };
    indexes.set(uid, index);
    return index;
  };

  return {
    indexes,
    tasks,
    /** How long each change takes. */
    takeMs: (milliseconds: number) => {
      delayMs = milliseconds;
    },
    /** Runs after each change. */
    whenDone: (run: () => void) => {
      noteDone = run;
    },
    createIndex: (uid: string) =>
      enqueue('indexCreation', uid, () => {
        if (indexes.has(uid)) throw new Error('index_already_exists');
        create(uid);
      }),
    updateIndex: (uid: string, { primaryKey = 'id' }: { primaryKey?: string | undefined }) =>
      enqueue('indexUpdate', uid, () => {
        require(uid);
        if (primaryKey !== 'id') throw new Error('index_primary_key_already_exists');
      }),
    deleteIndex: (uid: string) =>
      enqueue('indexDeletion', uid, () => {
        require(uid);
        indexes.delete(uid);
      }),
    changeSettings: (uid: string, settings: StubSettings) =>
      enqueue('settingsUpdate', uid, () => {
        const index = indexes.get(uid) ?? create(uid);
        index.settings = { ...index.settings, ...settings };
      }),
    addDocuments: (uid: string, documents: Stored[]) =>
      enqueue('documentAdditionOrUpdate', uid, () => {
        // An index that is not there is made on the way.
        const index = indexes.get(uid) ?? create(uid);
        const bad = documents.find(({ id }) => !/^[\w-]{1,511}$/.test(String(id)));
        if (bad) throw new Error('invalid_document_id');
        for (const document of documents) index.documents.set(String(document.id), document);
        index.updatedAt = new Date().toISOString();
      }),
    swap: (pairs: { indexes: [string, string]; rename?: boolean | undefined }[]) =>
      enqueue('indexSwap', null, () => {
        for (const { indexes: pair, rename } of pairs) {
          const [from, to] = pair;
          const first = require(from);
          if (rename && indexes.has(to)) throw new Error('index_already_exists');
          const second = rename ? undefined : require(to);
          indexes.delete(from);
          indexes.set(to, { ...first, uid: to });
          if (second) indexes.set(from, { ...second, uid: from });
        }
      }),
  };
}
