import type { Config } from '../../src/platform/config.ts';
import { findSiteUrlProblems } from '../../src/referral/public-site-url.ts';

/**
 * Why a command would look into another store than the server's: the project is set up or built for the
 * public, and what tells where the server's store is was not given. `undefined`: nothing speaks for that.
 */
export function findForeignSettings(
  environment: Record<string, string | undefined>,
  { production, builtFor }: Pick<Config, 'production'> & { builtFor: string | undefined },
): string | undefined {
  if (environment.DATA_DIR || environment.DATABASE_URL) return undefined;
  // No production server runs without a key of its own.
  if (production && environment.REFERRAL_KEY) return undefined;
  const site = [environment.SITE_URL, builtFor].find(isPublic) ?? (production && 'production');
  if (!site) return undefined;
  return (
    `This project is set up for ${site}, and the server's settings are not here: neither DATA_DIR nor DATABASE_URL is ` +
    "set, so another store than the server's would answer. On the server: sudo directory-referrals list " +
    '(docs/run-referrals.md).'
  );
}

function isPublic(url: string | undefined): url is string {
  return url !== undefined && url !== '' && findSiteUrlProblems(url).length === 0;
}
