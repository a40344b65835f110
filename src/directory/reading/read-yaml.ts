import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  YAMLParseError,
} from 'yaml';
import { describeYamlError, REPEATED } from '../validation/yaml-errors.ts';
import { findYamlSlip } from '../validation/yaml-slips.ts';
import type { ContentFile } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { findTextFault } from './text-fault.ts';

export type YamlReading =
  | ({ ok: true; notices: ContentProblem[] } & YamlFields)
  | {
      ok: false;
      problems: ContentProblem[];
      /** What the file says all the same, if a field written twice is all that is wrong with it. */
      readable: YamlFields | undefined;
    };

interface YamlFields {
  value: unknown;
  lineOf: (field: readonly PropertyKey[]) => number | undefined;
  /** A value as it stands in the file, where it is one word or text: '020' of what is read as 20. */
  writtenAt: (field: readonly PropertyKey[]) => string | undefined;
}

/** The data of a YAML file, and where in it each field stands. */
export function readYaml({ path, text }: ContentFile): YamlReading {
  const unfit = findTextFault(text);
  if (unfit) return { ok: false, problems: [{ file: path, ...unfit }], readable: undefined };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  // A warning means text that was left out: '!free lunch' is read as 'lunch'.
  const faults = [...document.errors, ...document.warnings, ...findAliases(document)];
  const problems = faults.map((error) => ({
    file: path,
    line: lineAt(error.pos[0]),
    message: describeYamlError(error),
  }));
  const lineOf: YamlFields['lineOf'] = (field) => {
    const node = findNode(document.contents, field);
    return node?.range ? lineAt(node.range[0]) : undefined;
  };
  const writtenAt: YamlFields['writtenAt'] = (field) => {
    const node = findValue(document.contents, field);
    return isScalar(node) ? node.source : undefined;
  };
  if (problems.length > 0) {
    const readable = faults.every(({ code }) => code === 'DUPLICATE_KEY')
      ? { value: document.toJS(), lineOf, writtenAt }
      : undefined;
    return { ok: false, problems: withoutEchoes(toSlips(problems, { path, text })), readable };
  }
  return {
    ok: true,
    value: document.toJS(),
    lineOf,
    writtenAt,
    notices: findCutTexts(document).map(({ offset, comment }) => ({
      file: path,
      line: lineAt(offset),
      message: `'#${comment}' is read as a comment and is not published. If it belongs to the text, put the whole text between quotation marks.`,
    })),
  };
}

// A slip that is known is told instead of what it makes of the lines below.
function toSlips(problems: ContentProblem[], { path, text }: ContentFile): ContentProblem[] {
  const first = Math.min(...problems.map(({ line }) => line ?? 1));
  const slip = findYamlSlip(text, first);
  return slip ? [{ file: path, ...slip }] : problems;
}

// One slip is often reported twice for its line.
function withoutEchoes(problems: ContentProblem[]): ContentProblem[] {
  return problems.filter(
    (problem, index) => problems.findIndex(({ line }) => line === problem.line) === index,
  );
}

// '*free* lunch' asks for what was named '&free*' before. What was named is refused too: a few lines that
// repeat each other can stand for millions, and an editor would not know what they mean.
function findAliases(document: Document): YAMLParseError[] {
  const found: YAMLParseError[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      const [start = 0, end = start] = alias.range ?? [];
      const message = alias.resolve(document) ? REPEATED : 'Unresolved alias';
      found.push(new YAMLParseError([start, end], 'BAD_ALIAS', message));
    },
  });
  return found;
}

function findCutTexts(document: Document): { offset: number; comment: string }[] {
  const cut: { offset: number; comment: string }[] = [];
  visit(document, {
    Scalar: (_key, { comment, range }) => {
      if (comment && range) cut.push({ offset: range[0], comment });
    },
  });
  return cut;
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
