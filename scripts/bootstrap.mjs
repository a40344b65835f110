// Installs what package-lock.json names, once per lock file and kind of machine, so that `npm start` and
// `npm test` work on a bare clone; and sees to it that npm scripts get a Node that can run the project.
// Plain JavaScript without dependencies, for Node 20 (scripts/check-node.cjs stops older ones).
import { findScriptNodeProblem, linkPackagedNode } from './bootstrap/node.mjs';
import { areInstalled, installPackages, placePackages, putBack } from './bootstrap/packages.mjs';

putBack();
if (!isReady()) {
  const packages = installPackages();
  const fault = linkPackagedNode(packages);
  const problem = findScriptNodeProblem(fault, packages);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  placePackages();
}

/** Each time, by running it: a folder that was copied or half deleted may have lost its Node. */
function isReady() {
  if (!areInstalled()) return false;
  if (!findScriptNodeProblem()) return true;
  return !findScriptNodeProblem(linkPackagedNode());
}
