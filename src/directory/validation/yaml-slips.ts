/** What an editor did where a parser finds fault only further down. `line` counts from 1. */
export interface YamlSlip {
  line: number;
  message: string;
}

const NAME = /^\s*(?:- )?(?:[\w-]+:\s+)?/;

/** The slip that the parser's first fault, in line `faultLine`, comes from; undefined: none that we know. */
export function findYamlSlip(text: string, faultLine: number): YamlSlip | undefined {
  const all = text.split(/\r?\n/);
  const lines = all.slice(0, faultLine);
  return (
    // The parser names the line before one that begins with a tab.
    findTab(all.slice(0, faultLine + 1)) ??
    findSecondListing(lines) ??
    findFilledEmptyList(lines, all) ??
    findSecondDocument(lines) ??
    findOpenQuote(lines) ??
    findOpenList(lines)
  );
}

function findTab(lines: readonly string[]): YamlSlip | undefined {
  const index = lines.findIndex((line) => /^ *\t/.test(line) && hasWords(line));
  if (index < 0) return undefined;
  return {
    line: index + 1,
    message: 'this line begins with a tab. Use spaces, two for each step in.',
  };
}

function findSecondListing(lines: readonly string[]): YamlSlip | undefined {
  const names = lines.flatMap((line, index) => (/^name:\s/.test(line) ? [index + 1] : []));
  const [, second] = names;
  if (second === undefined || !lines.slice(0, second).some((line) => /^summary:/.test(line))) {
    return undefined;
  }
  return {
    line: second,
    message: 'a second listing begins here. Move it from this line on into a file of its own.',
  };
}

// The entries are the parser's fault: they stand in or below the line that it names.
function findFilledEmptyList(lines: readonly string[], all: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    const [, indent = '', name] = /^(\s*)([\w-]+):\s*\[\s*\]\s*$/.exec(line) ?? [];
    const next = all.slice(index + 1).find((each) => each.trim() && !each.trim().startsWith('#'));
    const isEntry = next?.trimStart().startsWith('- ') && next.search(/\S/) >= indent.length;
    if (!name || !isEntry) continue;
    const message = `'${name}: []' says that there is nothing, but entries follow below. Take the [] out, so that the line is '${name}:' alone.`;
    return { line: index + 1, message };
  }
  return undefined;
}

function findSecondDocument(lines: readonly string[]): YamlSlip | undefined {
  const index = lines.findIndex(
    (line, at) => /^---\s*$/.test(line) && lines.slice(0, at).some(hasWords),
  );
  if (index < 0) return undefined;
  const message =
    'a line of three hyphens ends the file here, and the fields below it would be lost. Take the line out; to leave a gap, leave an empty line.';
  return { line: index + 1, message };
}

function findOpenQuote(lines: readonly string[]): YamlSlip | undefined {
  for (const [index, line] of lines.entries()) {
    const value = line.replace(NAME, '');
    const [quote = ''] = /^["']/.exec(value) ?? [];
    const rest = value.slice(1).replaceAll('\\"', '');
    if (!quote || rest.includes(quote)) continue;
    const message = `a text begins here with ${quote} and has no second ${quote} in its line. Put one at its end: ${quote}${rest.trim()}${quote}`;
    return { line: index + 1, message };
  }
  return undefined;
}

function findOpenList(lines: readonly string[]): YamlSlip | undefined {
  const index = lines.findLastIndex((line, at) => {
    const next = lines.slice(at + 1).find(hasWords) ?? '';
    const value = line.replace(NAME, '');
    return value.startsWith('[') && !value.includes(']') && /^\s*[\w-]+:(\s|$)/.test(next);
  });
  if (index < 0) return undefined;
  const list = lines[index]?.replace(NAME, '').trim();
  const message = `a list begins here with [ and has no ] at its end. Write ${list}].`;
  return { line: index + 1, message };
}

function hasWords(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('#');
}
