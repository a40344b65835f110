import { Worker } from 'node:worker_threads';
import type { Log } from './log.ts';

/** What a thread tells once it has looked at its settings; with problems it ends. */
export interface ThreadStart {
  problems: readonly string[];
}

export interface WorkerThread {
  /** What keeps it from starting; nothing: it runs. */
  started: Promise<readonly string[]>;
  /** Resolves when it has put down what it had in hand. */
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
// Somewhat more than a thread gives what it has in hand.
const STOP_MS = 13_000;
// What it needs when it starts would otherwise stay with it: some 90 MB on a machine with much memory.
const YOUNG_MB = 16;

/** Runs a script in a thread, and again if it fails once it has started: sooner at first, then each minute. */
export function startWorkerThread(script: URL, log: Pick<Log, 'error'>): WorkerThread {
  let stopping = false;
  let failures = 0;
  let thread = start(false);
  let again: NodeJS.Timeout | undefined;

  function start(restarted: boolean) {
    const worker = new Worker(script, {
      workerData: { restarted },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    let fault = 'It ended by itself.';
    const started = new Promise<readonly string[]>((resolve) => {
      worker.once('message', ({ problems }: ThreadStart) => resolve(problems));
      // A fault may quote what the thread had in hand, but not before it has started; and an error may
      // overtake the message that says so, which is here by the time that it is gone.
      worker.once('error', (error) => {
        if (error instanceof Error) fault = error.message;
      });
      void gone.then(() => resolve([fault]));
    });
    void Promise.all([started, gone]).then(([problems]) => {
      if (!stopping && (restarted || problems.length === 0)) startAgain();
    });
    return { worker, gone, started };
  }

  function startAgain(): void {
    log.error('worker.failed', { failures });
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
    failures += 1;
    again = setTimeout(() => {
      thread = start(true);
    }, wait);
  }

  return {
    started: thread.started,
    async stop() {
      stopping = true;
      clearTimeout(again);
      const { worker, gone } = thread;
      const cut = setTimeout(() => void worker.terminate(), STOP_MS);
      worker.postMessage('stop');
      await gone;
      clearTimeout(cut);
    },
  };
}
