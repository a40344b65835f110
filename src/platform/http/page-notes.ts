import { createHash } from 'node:crypto';
import { timers } from '../timers.ts';
import { type Answer, toBytes } from './answer.ts';

/** What is to stand at the mark of built pages, by path; for what may change between two builds. */
export type PageNotes = ReadonlyMap<string, string>;

/**
 * Asks for the notes again and again, one time after the other. While nobody can tell, those that were told
 * last stay; a page without any is served as it was built.
 */
export function createPageNotes({
  ask,
  everyMs = 1000,
  wait = timers.wait,
}: {
  /** Undefined: not known just now. */
  ask: () => Promise<PageNotes | undefined>;
  everyMs?: number;
  wait?: (ms: number) => Promise<unknown>;
}) {
  let notes: PageNotes = new Map();
  let stopped = false;

  async function refresh(): Promise<void> {
    notes = (await ask().catch(() => undefined)) ?? notes;
  }

  return {
    find: (path: string): string | undefined => notes.get(path),
    refresh,
    /** Resolves once it was stopped. */
    async run(): Promise<void> {
      while (!stopped) {
        await wait(everyMs);
        if (!stopped) await refresh();
      }
    },
    stop(): void {
      stopped = true;
    },
  };
}

/** A built page with the note at its mark; undefined: it has no mark, and is to be served as it is. */
export function fillMark(
  page: Answer,
  { mark, note }: { mark: string; note: string },
): Answer | undefined {
  const html = toBytes(page.body).toString('utf8');
  const at = html.indexOf(mark);
  if (at < 0) return undefined;
  const { etag } = page.headers;
  const digest = createHash('sha256').update(note).digest('hex').slice(0, 12);
  return {
    ...page,
    headers: {
      ...page.headers,
      // Another page than the one that was built, and the same for as long as the note is.
      ...(typeof etag === 'string' ? { etag: etag.replace(/"$/, `-${digest}"`) } : {}),
    },
    body: html.slice(0, at) + note + html.slice(at + mark.length),
  };
}
