// The first step of `npm start` and `npm test`: says at once when the machine's Node is too old to begin
// with. A .cjs file without `import`, which the oldest Node can read.
const { findNodeProblem, packagedNode } = require('./bootstrap/node-needed.cjs');

const problem = findNodeProblem(process.versions.node, packagedNode(process));
if (problem) {
  console.error(problem);
  process.exit(1);
}
