// Refuses to build for production what nobody outside could open: pages, the sitemap and posters' QR codes
// hold SITE_URL. The first step of `npm run build`, as that takes a minute.
import { ConfigurationError, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';

const problems = findProblems();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function findProblems(): string[] {
  const environment = readEnvironment();
  try {
    return parseConfig(environment).production ? findSiteUrlProblems(environment.SITE_URL) : [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.message];
    throw error;
  }
}
