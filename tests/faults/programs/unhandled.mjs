// Loaded into the real server: in the server, and in its first worker, a promise is rejected that nobody
// waits for, with what a resident wrote in its message, once there is the file REJECT_WHEN_FILE.
import { existsSync } from 'node:fs';
import { isMainThread, threadId } from 'node:worker_threads';

if (isMainThread || threadId === 1) {
  const looking = setInterval(() => {
    if (!existsSync(process.env.REJECT_WHEN_FILE)) return;
    clearInterval(looking);
    void Promise.reject(new Error('Zephyrine Quillfeather'));
  }, 50).unref();
}
