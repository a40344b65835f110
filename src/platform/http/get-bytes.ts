export type Got =
  | { ok: true; bytes: Uint8Array; url: string }
  /** `reason`: 'answered 404', 'did not answer within 30 s'. */
  | { ok: false; reason: string };

/** What an address answers to GET, redirects followed; of more than `longest` bytes nothing. */
export async function getBytes(
  url: string,
  { timeoutMs = 30_000, longest = 100_000_000 }: { timeoutMs?: number; longest?: number } = {},
): Promise<Got> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json, text/csv, */*', 'user-agent': 'directory-import' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, reason: `answered ${response.status}` };
    }
    const bytes = await readAtMost(response, longest);
    if (!bytes) return { ok: false, reason: `sent more than ${Math.round(longest / 1e6)} MB` };
    return { ok: true, bytes, url: response.url };
  } catch (fault) {
    return { ok: false, reason: describeFault(fault, timeoutMs) };
  }
}

async function readAtMost(response: Response, longest: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > longest) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function describeFault(fault: unknown, timeoutMs: number): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault.name === 'TimeoutError') return `did not answer within ${timeoutMs / 1000} s`;
  const cause = fault.cause instanceof Error ? fault.cause : fault;
  return 'code' in cause ? `cannot be reached (${cause.code})` : cause.message;
}
