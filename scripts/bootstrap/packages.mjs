/**
 * Installs the packages that package-lock.json names beside those in use, puts them in their place once all is there,
 * and remembers that it did. Whatever fails or is killed before that leaves those in use: what is served can start.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_USE = 'node_modules';
const BESIDE = '.packages';
const NEW = join(BESIDE, 'node_modules');
const BEFORE = join(BESIDE, 'before');
// What npm reads.
const MANIFEST = ['package.json', 'package-lock.json', '.npmrc'];
const NOTE = '.installed-for';
// npm's own note of what it installed, written once all is in place.
const DONE = '.package-lock.json';

/** Whether all that this lock file wants for this kind of machine has been installed and found to run. */
export function areInstalled() {
  const note = join(IN_USE, NOTE);
  return existsSync(note) && readFileSync(note, 'utf8') === wanted();
}

/** Those that were in use, if an end came between the two steps of putting others in their place. */
export function putBack() {
  if (existsSync(BEFORE) && !existsSync(IN_USE)) renameSync(BEFORE, IN_USE);
}

/** Puts what was installed in place. */
export function placePackages() {
  writeFileSync(join(NEW, NOTE), wanted());
  if (existsSync(IN_USE)) renameSync(IN_USE, BEFORE);
  try {
    renameSync(NEW, IN_USE);
  } catch (fault) {
    putBack();
    throw fault;
  }
  rmSync(BESIDE, { recursive: true, force: true });
}

// Many packages differ with the kind of machine: a folder that was carried to another is of no use there.
function wanted() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

// Said outright: a machine's settings may leave out what a build needs, or refuse its own Node; and npm 10
// would run the packages' scripts that package.json forbids (allowScripts).
const rules = ['--include=dev', '--include=optional', '--no-engine-strict', '--ignore-scripts'];

/** Answers the folder that they are in. Ends the process if npm cannot; npm itself says why. */
export function installPackages() {
  console.log('Installing packages (once; about a minute) …');
  rmSync(BESIDE, { recursive: true, force: true });
  mkdirSync(BESIDE);
  for (const file of MANIFEST) if (existsSync(file)) copyFileSync(file, join(BESIDE, file));
  const cache = makeCacheUnlessUsable();
  const npm = runNpm(['ci', ...rules, '--loglevel=error'], cache);
  // npm 10 ends with success after "Exit handler never called!", for one where the registry is out of reach.
  if (npm.status === 0 && existsSync(join(NEW, DONE))) {
    if (cache) rmSync(cache, { recursive: true, force: true });
    return NEW;
  }
  rmSync(BESIDE, { recursive: true, force: true });
  console.error(
    'npm could not install the packages. Put right what it says, then run the same command again.',
  );
  process.exit(npm.status || 1);
}

/** With the npm that runs this script, on its own Node, where there is one: its script needs no shell. */
function runNpm(given, cache) {
  const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = process.env;
  const options = {
    stdio: 'inherit',
    cwd: BESIDE,
    env: cache ? { ...process.env, npm_config_cache: cache } : process.env,
  };
  if (/\bnpm-cli\.js$/.test(npm)) return spawnSync(node, [npm, ...given], options);
  return spawnSync('npm', given, { ...options, shell: process.platform === 'win32' });
}

/** A folder for npm's downloads where its own cannot be written, such as in a read-only home. */
function makeCacheUnlessUsable() {
  const usual = process.env.npm_config_cache;
  if (!usual || isWritable(usual)) return undefined;
  return mkdtempSync(join(tmpdir(), 'npm-cache-'));
}

function isWritable(cache) {
  try {
    const downloads = join(cache, '_cacache');
    mkdirSync(downloads, { recursive: true });
    accessSync(downloads, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
