// Loaded into the real server: in the server, and in its first worker, a promise is rejected that nobody
// waits for, with what a resident wrote in its message.
import { isMainThread, threadId } from 'node:worker_threads';

if (isMainThread || threadId === 1) {
  setTimeout(() => {
    void Promise.reject(new Error('Zephyrine Quillfeather'));
  }, 3000).unref();
}
