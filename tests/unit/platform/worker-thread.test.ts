/** Covers src/platform/timers.ts. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { timers } from '../../../src/platform/timers.ts';
import { startWorkerThread } from '../../../src/platform/worker-thread.ts';

const runs = `
  import { appendFileSync } from 'node:fs';
  import { parentPort, workerData } from 'node:worker_threads';
  appendFileSync(new URL('notes', import.meta.url), workerData.restarted ? 'again ' : 'first ');
  parentPort.postMessage({ problems: [] });
`;

describe('a worker in a thread', () => {
  test('puts down what it has in hand when it is stopped', async () => {
    const { thread, notes } = aThread(`${runs}
      parentPort.once('message', () => setTimeout(() => {
        appendFileSync(new URL('notes', import.meta.url), 'done');
        parentPort.close();
      }, 50));`);
    expect(await thread.started).toEqual([]);
    await thread.stop();
    expect(notes()).toBe('first done');
  });

  test('that fails is started again, is told so, and its fault is not quoted', async () => {
    const { thread, notes, logged } = aThread(`${runs}
      if (!workerData.restarted) setTimeout(() => { throw new Error('Test Person One'); }, 20);
      else parentPort.once('message', () => parentPort.close());`);
    expect(await thread.started).toEqual([]);
    while (!notes().includes('again')) await timers.wait(20);
    await thread.stop();
    expect(notes()).toBe('first again ');
    expect(logged).toEqual(['worker.failed']);
  });

  // Of many at once, the error of every second one overtakes the word that it started.
  test('that fails the moment it has started is not quoted as a reason not to start', async () => {
    const threads = Array.from({ length: 20 }, () =>
      aThread(`${runs}
        if (!workerData.restarted) throw new Error('Test Person One');
        parentPort.once('message', () => parentPort.close());`),
    );
    const reasons = await Promise.all(threads.map(({ thread }) => thread.started));
    expect(reasons.flat()).toEqual([]);
    await Promise.all(threads.map(({ thread }) => thread.stop()));
  });

  test('that finds its settings wrong says so, and is not started again', async () => {
    const { thread, logged } = aThread(`
      import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ problems: ['SMTP_URL is not set'] });`);
    expect(await thread.started).toEqual(['SMTP_URL is not set']);
    await timers.wait(50);
    expect(logged).toEqual([]);
  });

  test('that cannot be loaded says why', async () => {
    const { thread } = aThread(`throw new Error('content/ has 2 problems');`);
    expect(await thread.started).toEqual(['content/ has 2 problems']);
  });
});

function aThread(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'thread-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'thread.mjs'), script);
  appendFileSync(join(folder, 'notes'), '');
  const logged: string[] = [];
  return {
    thread: startWorkerThread(pathToFileURL(join(folder, 'thread.mjs')), {
      error: (event) => logged.push(event),
    }),
    notes: () => readFileSync(join(folder, 'notes'), 'utf8'),
    logged,
  };
}
