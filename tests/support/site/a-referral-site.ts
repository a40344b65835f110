import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveKey } from '../../../src/platform/secrets/derived-key.ts';
import { createSignedTokens } from '../../../src/platform/secrets/signed-token.ts';
import { FORM_VALID_MS } from '../../../src/referral/form/handle-form.ts';
import type { aReferralForm } from '../referral/a-referral-form.ts';
import { startBuiltSite } from './built-site.ts';

const KEY = Buffer.alloc(32, 'test key');
/** What locks its store, unless told otherwise. */
export const SITE_KEY = KEY.toString('base64');
const MINUTE_MS = 60_000;

/**
 * The built site with a store of its own. Each form comes from an address of its own, unless told. `cwd`: a
 * folder like this one.
 */
export async function aReferralSite(environment: Record<string, string> = {}, cwd = '.') {
  const dataDir = mkdtempSync(join(tmpdir(), 'referrals-'));
  const settings = {
    DATA_DIR: dataDir,
    REFERRAL_KEY: SITE_KEY,
    TRUSTED_PROXIES: '127.0.0.1',
    ...environment,
  };
  const site = await startBuiltSite(settings, cwd);
  let senders = 0;
  return {
    ...site,
    dataDir,
    token: aFormToken,
    post: (
      form: ReturnType<typeof aReferralForm> | string,
      { path = '/refer/', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
    ) =>
      site.get(path, {
        method: 'POST',
        body: form.toString(),
        headers: {
          origin: site.origin ?? '',
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `192.0.2.${(senders++ % 250) + 1}`,
          ...headers,
        },
      }),
    stop: async () => {
      await site.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * As made by a site with SITE_KEY, so long ago: with the usual minute, sending does not have to wait. `purpose`:
 * of which form.
 */
export function aFormToken(ageMs = MINUTE_MS, purpose = 'form token'): string {
  return createSignedTokens({
    key: deriveKey(KEY, purpose),
    validMs: FORM_VALID_MS,
    now: () => new Date(Date.now() - ageMs),
  }).issue();
}
