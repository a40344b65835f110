// Which Node the project needs, in words that the oldest Node can read (no `import`, no `node:`).
const manifest = require('../../package.json');

// npm installs a newer one; older ones come with an npm that does not read our lock file.
const TO_BEGIN = '20';

/** The Node that everything after installing needs. */
const needed = manifest.engines.node.replace('>=', '');

/**
 * The package that brings a Node to this machine; undefined: npm has none for it, and the machine's own
 * must do.
 */
function packagedNode(machine) {
  const system = machine.platform === 'win32' ? 'win' : machine.platform;
  const name = `node-${system}-${machine.arch}`;
  return name in manifest.optionalDependencies && hasItsLibrary(machine) ? name : undefined;
}

// Linux packages are built for glibc. Alpine has another library, and could not run them.
function hasItsLibrary(machine) {
  if (machine.platform !== 'linux' || !machine.report) return true;
  return machine.report.getReport().header.glibcVersionRuntime !== undefined;
}

/** Why this version cannot begin, and what to do, in one line; undefined: it can. */
function findNodeProblem(version, packaged) {
  const oldest = packaged ? TO_BEGIN : needed;
  if (isAtLeast(version, oldest)) return undefined;
  return `This is Node ${version}, and ${oldest} or later is needed: install it (https://nodejs.org/), then run the same command again.`;
}

function isAtLeast(version, oldest) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

module.exports = { needed, packagedNode, findNodeProblem, isAtLeast };
