import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const BODY_BYTES = 100_000_000;
const CHUNK = Buffer.alloc(64 * 1024, 'a');
const SAMPLE_MS = 20;

export interface Growth {
  /** Resident memory beyond what it was, at most; undefined where there is no /proc. */
  bytes: number | undefined;
  statuses: string[];
  /** Until the slowest refusal began to arrive. */
  slowestMs: number;
}

/** Posts bodies of 100 MB at once, half of them without saying how long they are. */
export async function postLargeBodies(site: { pid: number; port: number }): Promise<Growth> {
  // Warmed up, so that what the first refusal loads does not count.
  await postLarge(site.port, false);
  await wait(500);
  const before = residentBytes(site.pid);
  let most = before ?? 0;
  const sampling = setInterval(() => {
    most = Math.max(most, residentBytes(site.pid) ?? 0);
  }, SAMPLE_MS);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => postLarge(site.port, index % 2 === 0)),
  );
  clearInterval(sampling);
  return {
    bytes: before === undefined ? undefined : most - before,
    statuses: answers.map(({ status }) => status),
    slowestMs: Math.max(...answers.map(({ milliseconds }) => milliseconds)),
  };
}

function postLarge(
  port: number,
  chunked: boolean,
): Promise<{ status: string; milliseconds: number }> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(port, '127.0.0.1');
    let sent = 0;
    let status = 'none';
    let milliseconds = Number.NaN;
    const send = () => {
      while (sent < BODY_BYTES && !socket.destroyed) {
        sent += CHUNK.length;
        if (chunked) socket.write(`${CHUNK.length.toString(16)}\r\n`);
        const more = socket.write(CHUNK);
        if (chunked) socket.write('\r\n');
        if (!more) return void socket.once('drain', send);
      }
    };
    socket.on('data', (answer) => {
      if (status === 'none') milliseconds = performance.now() - began;
      if (status === 'none') status = answer.toString('latin1').slice(9, 12);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status, milliseconds }));
    socket.setTimeout(15_000, () => socket.destroy());
    const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${BODY_BYTES}`;
    socket.write(
      `POST /refer/ HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\n` +
        `content-type: application/x-www-form-urlencoded\r\n${length}\r\nconnection: close\r\n\r\n`,
    );
    send();
  });
}

function residentBytes(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) * 1024;
  } catch {
    return undefined;
  }
}
