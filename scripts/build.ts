// npm run build: makes the site from content/ and src/ beside the one that is served, checks it, and puts it in
// place in one step.
//   npm run build -- --back   puts the build before the one in place into its place
import { spawnSync } from 'node:child_process';
import { isAbsolute, relative } from 'node:path';
import { ConfigurationError, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { describeOtherSite } from '../src/platform/files/build-sources.ts';
import { findSiteUrlProblems } from '../src/referral/public-site-url.ts';
import { type BuildOutcome, buildSite, goBack } from './build/build-site.ts';
import { createSiteSteps } from './build/site-steps.ts';

const [option, ...more] = process.argv.slice(2);
if (more.length > 0 || (option !== undefined && option !== '--back')) {
  giveUp(`Unknown: ${process.argv.slice(2).join(' ')}. There is --back.`);
}
const config = readConfig();
const outDir = config.outDir.replace(/[\\/]+$/, '');
// What is built finds its packages in the folders above it.
if (relative('.', outDir).startsWith('..') || isAbsolute(relative('.', outDir))) {
  giveUp(
    `OUT_DIR is ${outDir}, outside of the project, whose packages a build needs. Set it to a folder within.`,
  );
}
// What has to be tidied is tidied as the process ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1));

const outcome = option === '--back' ? goBack(outDir) : await build();
if (!outcome.ok) giveUp(outcome.reason);
tell(outcome);

function build(): Promise<BuildOutcome> {
  const commit = findCommit();
  const say = (line: string) => console.log(line);
  const steps = createSiteSteps({ environment: process.env, commit, say });
  return buildSite({ outDir, steps, commit, say, now: () => new Date() });
}

function tell({ id, before }: { id: string; before: string | undefined }): void {
  const was = before ? `, after ${before}` : '';
  console.log(
    `In place in ${outDir}/: ${id}${was}. A server that runs shows it once it is restarted.`,
  );
  const other = describeOtherSite(outDir, config.siteUrl);
  if (other) console.error(other);
}

// Refuses to build for production what nobody outside could open: pages, the sitemap and posters' QR codes
// hold SITE_URL.
function readConfig() {
  try {
    const environment = readEnvironment();
    const read = parseConfig(environment);
    const problems = read.production ? findSiteUrlProblems(environment.SITE_URL) : [];
    if (problems.length > 0) giveUp(problems.join('\n'));
    return read;
  } catch (error) {
    if (error instanceof ConfigurationError) giveUp(error.message);
    throw error;
  }
}

/** Of what is built, "-dirty" where it holds more than that; undefined: there is no git, or no history. */
function findCommit(): string | undefined {
  // Root may build in a folder that is another's.
  const words = [
    '-c',
    'safe.directory=*',
    'describe',
    '--always',
    '--dirty',
    '--exclude=*',
    '--abbrev=12',
  ];
  const { status, stdout } = spawnSync('git', words, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}
