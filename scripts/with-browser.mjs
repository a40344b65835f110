// Finds a Chromium, puts its path in CHROMIUM_PATH and runs the command given:
//   node scripts/with-browser.mjs playwright test
// Where there is none, installs Debian's as root, or says in one line what to do.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const browser = findBrowser() ?? (await findPlaywrightBrowser()) ?? installOnDebian();
if (!browser) {
  console.error(
    'No Chromium found: install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}

const [command, ...given] = process.argv.slice(2);
const run = spawnSync(command, given, {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: browser },
  shell: process.platform === 'win32',
});
if (run.error) console.error(`Could not run ${command}: ${run.error.message}`);
process.exit(run.status ?? 1);

function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    console.error(`CHROMIUM_PATH is ${named}, which cannot be run.`);
    process.exit(1);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (process.platform === 'darwin') {
    names.push('Google Chrome');
    folders.push('/Applications/Google Chrome.app/Contents/MacOS');
  }
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

async function findPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && isExecutable(path) ? path : undefined;
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('Installing Chromium with apt-get (once) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  return findBrowser();
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
