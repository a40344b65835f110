import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { ContentFile } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';

export type YamlReading =
  | { ok: true; value: unknown; lineOf: (field: readonly PropertyKey[]) => number | undefined }
  | { ok: false; problems: ContentProblem[] };

/** The data of a YAML file, and where in it each field stands. */
export function readYaml({ path, text }: ContentFile): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file: path,
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    return { ok: false, problems };
  }
  return {
    ok: true,
    value: document.toJS(),
    lineOf: (field) => {
      const node = findNode(document.contents, field);
      return node?.range ? lines.linePos(node.range[0]).line : undefined;
    },
  };
}

// The key of a map's entry rather than its value: a folded text begins a line below its name.
function findNode(root: Node | null, field: readonly PropertyKey[]): Node | undefined {
  const last = field.at(-1);
  if (last === undefined) return root ?? undefined;
  const parent = findValue(root, field.slice(0, -1));
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isNode(key) && key.toJSON() === last);
    return isNode(pair?.key) ? pair.key : parent;
  }
  return findValue(root, field) ?? parent;
}

function findValue(root: Node | null, field: readonly PropertyKey[]): Node | undefined {
  let node: unknown = root;
  for (const step of field) {
    if (!isNode(node) || !('get' in node) || typeof node.get !== 'function') return undefined;
    node = node.get(step, true);
  }
  return isNode(node) ? node : undefined;
}
