import { elapsedMs } from '../clock.ts';

/** Who asks for tokens (RFC 6749), and where. */
export interface OAuthClient {
  tokenUrl: string;
  clientId: string;
  clientSecret?: string | undefined;
  /** Of a person who agreed once; without it the client asks in its own name. */
  refreshToken?: string | undefined;
  scope?: string | undefined;
}

/** `refused`: the client, its secret or its right is not good; `unreachable`: nobody to ask just now. */
export type TokenOutcome =
  | { kind: 'token'; token: string }
  | { kind: 'refused' }
  | { kind: 'unreachable' };

export interface OAuthTokens {
  /** One that lasts a while yet. Never rejects: what the server says quotes secrets. */
  get(): Promise<TokenOutcome>;
  /** The last one was not taken: another is asked for next time. */
  forget(): void;
}

const TIMEOUT_MS = 15_000;
// A login takes its time, and clocks differ.
const EARLY_MS = 120_000;
const USUAL_LIFE_S = 3_600;

/** Tokens for logging in to mail servers, one for all who ask at once. */
export function createOAuthTokens(client: OAuthClient): OAuthTokens {
  let known: { token: string; until: number } | undefined;
  let asked: Promise<TokenOutcome> | undefined;

  async function ask(): Promise<TokenOutcome> {
    const { outcome, lifeMs } = await requestToken(client);
    if (outcome.kind === 'token') {
      known = { token: outcome.token, until: elapsedMs() + lifeMs - EARLY_MS };
    }
    return outcome;
  }

  return {
    get() {
      if (known && elapsedMs() < known.until) {
        return Promise.resolve({ kind: 'token', token: known.token });
      }
      asked ??= ask().finally(() => {
        asked = undefined;
      });
      return asked;
    },
    forget() {
      known = undefined;
    },
  };
}

async function requestToken(client: OAuthClient) {
  const failed = (kind: 'refused' | 'unreachable') => ({ outcome: { kind } as const, lifeMs: 0 });
  try {
    const response = await fetch(client.tokenUrl, {
      method: 'POST',
      redirect: 'error',
      body: toForm(client),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // 400 and 401 are its noes (RFC 6749 5.2); 429 and 5xx pass.
    if (response.status === 429 || response.status >= 500) return failed('unreachable');
    const answer = (await response.json()) as { access_token?: unknown; expires_in?: unknown };
    if (!response.ok || typeof answer.access_token !== 'string') return failed('refused');
    const lifeMs = (Number(answer.expires_in) || USUAL_LIFE_S) * 1000;
    return { outcome: { kind: 'token', token: answer.access_token } as const, lifeMs };
  } catch {
    return failed('unreachable');
  }
}

function toForm({ clientId, clientSecret, refreshToken, scope }: OAuthClient): URLSearchParams {
  return new URLSearchParams({
    grant_type: refreshToken ? 'refresh_token' : 'client_credentials',
    client_id: clientId,
    ...(clientSecret ? { client_secret: clientSecret } : {}),
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    ...(scope ? { scope } : {}),
  });
}
