import { readFileSync } from 'node:fs';

/** The most memory a process has held in RAM so far, in bytes. Linux only. */
export function mostMemoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1024;
}
