/**
 * Which Node npm scripts get. npm puts node_modules/.bin before everything else on their PATH, so the Node
 * that came as a package is linked there, once it has been seen to run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { isAtLeast, needed, packagedNode } from './node-needed.cjs';

const BIN = '.bin';
const IN_USE = 'node_modules';
const isWindows = process.platform === 'win32';

/**
 * Puts the package's Node where npm scripts find it; takes it away if it does not run here. Answers why
 * it does not; undefined: it does, or there is none for this machine. `packages`: a folder node_modules.
 *
 * npm 9 and 10 do not link it: of packages whose command has the same name they link only the first, and
 * that is one for another kind of machine.
 */
export function linkPackagedNode(packages = IN_USE) {
  const bin = join(packages, BIN);
  for (const file of ['node', 'node.cmd', 'node.ps1']) rmSync(join(bin, file), { force: true });
  const name = packagedNode(process);
  if (!name) return undefined;
  const path = join(name, 'bin', isWindows ? 'node.exe' : 'node');
  const fault = findFault(join(packages, path));
  if (fault) return `${join(IN_USE, path)}: ${fault}`;
  mkdirSync(bin, { recursive: true });
  if (isWindows) {
    writeFileSync(join(bin, 'node.cmd'), `@"%~dp0\\..\\${name}\\bin\\node.exe" %*\r\n`);
  } else {
    symlinkSync(join('..', name, 'bin', 'node'), join(bin, 'node'));
  }
  return undefined;
}

/**
 * Why npm scripts cannot run, and what to do, in one line; undefined: they can. `packageFault`: why the
 * Node that came as a package is not used.
 */
export function findScriptNodeProblem(packageFault, packages = IN_USE) {
  const version = askScripts(packages);
  if (version && isAtLeast(version, needed)) return undefined;
  const reason = packageFault
    ? `The Node that npm installed does not run here (${packageFault}), and the`
    : 'The';
  const own = version ? `machine's own is ${version}` : 'machine has no other';
  return `${reason} ${own}. Install Node ${needed} or later (https://nodejs.org/), then run the same command again.`;
}

/** The version that a shell finds on the PATH that npm gives to scripts; undefined: none that runs. */
function askScripts(packages) {
  const path = `${resolve(packages, BIN)}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH: path };
  return toVersion(spawnSync('node --version', { encoding: 'utf8', env, shell: true }));
}

function findFault(path) {
  const run = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (toVersion(run)) return undefined;
  if (run.error?.code === 'ENOENT') {
    return existsSync(path) ? 'this system lacks what it was built for' : 'it is not there';
  }
  if (run.error?.code === 'EACCES') {
    return 'the system forbids to run it; is its disk mounted "noexec"?';
  }
  return (
    run.error?.code ?? run.signal ?? (run.stderr.trim().split('\n')[0] || `exit ${run.status}`)
  );
}

function toVersion({ status, stdout }) {
  return status === 0 ? /^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined;
}
