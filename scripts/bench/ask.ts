import { type Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';

/** From question to last byte, as a browser asks: compressed, and how many bytes came. Rejects what is not 200. */
export function ask(
  port: number,
  path: string,
  agent: Agent,
): Promise<{ milliseconds: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200)
          resolve({ milliseconds: performance.now() - started, bytes });
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}
