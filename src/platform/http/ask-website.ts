type Asked =
  | { kind: 'answered'; status: number; location?: string | undefined; text?: string | undefined }
  | {
      kind: 'failed';
      reason: 'no-name' | 'refused' | 'certificate' | 'time' | 'other';
      detail: string;
    };

// Enough to see what a page is.
const LONGEST = 64 * 1024;

/** Asks an address once, without following redirects; of a page the beginning is read. */
export async function askWebsite(
  url: string,
  method: 'HEAD' | 'GET',
  timeoutMs = 15_000,
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'text/html, */*',
        'user-agent': 'Mozilla/5.0 (compatible; directory-links)',
      },
    });
    const location = response.headers.get('location') ?? undefined;
    const text = method === 'GET' ? await readBeginning(response) : undefined;
    return { kind: 'answered', status: response.status, location, text };
  } catch (fault) {
    return toFailure(fault);
  }
}

async function readBeginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length >= LONGEST) break;
  }
  return text.slice(0, LONGEST);
}

function toFailure(fault: unknown): Asked {
  if (!(fault instanceof Error)) return { kind: 'failed', reason: 'other', detail: String(fault) };
  if (fault.name === 'TimeoutError')
    return { kind: 'failed', reason: 'time', detail: fault.message };
  const cause = fault.cause instanceof Error ? fault.cause : fault;
  const code = 'code' in cause ? String(cause.code) : '';
  return { kind: 'failed', reason: reasonOf(code), detail: code || cause.message };
}

function reasonOf(code: string): (Asked & { kind: 'failed' })['reason'] {
  if (code === 'ENOTFOUND') return 'no-name';
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH') return 'refused';
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) return 'certificate';
  return code.endsWith('TIMEOUT') || code === 'ETIMEDOUT' ? 'time' : 'other';
}
