import ts from 'typescript';
import type { SourceFile } from '../support/machine/source-files.ts';

export interface FunctionShape {
  /** 'src/search/port.ts:12 createX' */
  where: string;
  lines: number;
  /** Without the functions inside it. */
  ownLines: number;
  /** The longest function directly inside it. */
  longestInside: number;
}

/** Every function of a TypeScript file that has a body, outermost first. */
export function findFunctions({ path, text }: SourceFile): FunctionShape[] {
  const source = parse(path, text);
  const found: FunctionShape[] = [];

  function visit(node: ts.Node): void {
    if (hasBody(node)) {
      const inside = findInside(node).map((inner) => countLines(source, inner));
      const lines = countLines(source, node);
      found.push({
        where: `${path}:${lineOf(source, node.getStart(source))} ${nameOf(node, source)}`,
        lines,
        ownLines: lines - inside.reduce((sum, length) => sum + length, 0),
        longestInside: Math.max(0, ...inside),
      });
    }
    ts.forEachChild(node, visit);
  }

  visit(source);
  return found;
}

/** Where a literal is spread into another, as in `{ ...{ a, b } }`: its parts can stand there themselves. */
export function findSpreadLiterals({ path, text }: SourceFile): string[] {
  const source = parse(path, text);
  const found: string[] = [];

  function visit(node: ts.Node): void {
    if (
      (ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node) || ts.isSpreadElement(node)) &&
      isLiteral(node.expression)
    ) {
      found.push(`${path}:${lineOf(source, node.getStart(source))}`);
    }
    ts.forEachChild(node, visit);
  }

  visit(source);
  return found;
}

/** With or without parentheses and a type: `({ a } as const)`. */
function isLiteral(node: ts.Expression): boolean {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  ) {
    return isLiteral(node.expression);
  }
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

type WithBody = ts.FunctionLikeDeclaration & { body: ts.Node };

function parse(path: string, text: string): ts.SourceFile {
  // The frontmatter alone: what follows it is not TypeScript.
  const code = path.endsWith('.astro') ? (/^---\n(.*?)\n---$/ms.exec(text)?.[1] ?? '') : text;
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
}

function hasBody(node: ts.Node): node is WithBody {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function findInside(node: WithBody): WithBody[] {
  const inside: WithBody[] = [];
  function visit(child: ts.Node): void {
    if (hasBody(child)) inside.push(child);
    else ts.forEachChild(child, visit);
  }
  ts.forEachChild(node, visit);
  return inside;
}

function countLines(source: ts.SourceFile, node: ts.Node): number {
  return lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function nameOf(node: WithBody, source: ts.SourceFile): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText(source) ?? 'without a name';
}
