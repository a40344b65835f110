import { now as realNow } from './clock.ts';

/**
 * One JSON line an event, on standard error. An event has a permanent name (`page.failed`), since
 * people search for it. Never pass what a visitor typed, a query string, an address of a person or
 * of their device.
 */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
export type LogFields = Record<string, string | number | boolean | undefined>;

export type Log = Record<
  'debug' | 'info' | 'warn' | 'error',
  (event: string, fields?: LogFields) => void
>;

export interface LogOptions {
  level: LogLevel;
  now?: () => Date;
  write?: (line: string) => void;
}

export function createLog({ level, now = realNow, write = toStderr }: LogOptions): Log {
  const logAt =
    (name: Exclude<LogLevel, 'silent'>) =>
    (event: string, fields: LogFields = {}) => {
      if (logLevels.indexOf(name) < logLevels.indexOf(level)) return;
      write(JSON.stringify({ time: now().toISOString(), level: name, event, ...fields }));
    };
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
}

/** A fault as fields: its message and where it came from. */
export function toLogFields(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { fault: String(fault) };
  return { fault: fault.message, stack: fault.stack };
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
