import type { ContentProblem } from '../../directory/reading/content-problem.ts';
import { parseDirectory } from '../../directory/reading/parse-directory.ts';
import type { ImportItem } from './plan-import.ts';

export interface ContentFile {
  path: string;
  text: string;
}

/** Refuses the items with which content/ would not pass its check, with what that says of them. */
export function dropUnfit(
  items: readonly ImportItem[],
  content: { files: readonly ContentFile[]; hash: string },
  today: string,
): ImportItem[] {
  let planned = [...items];
  // Each round refuses one item at least.
  for (;;) {
    const changed = planned.flatMap(({ file }) => file ?? []);
    if (changed.length === 0) return planned;
    const parsed = parseDirectory({ files: withChanged(content.files, changed), hash: '' }, today);
    if (parsed.ok) return planned;
    planned = planned.map((item) => withProblems(item, parsed.problems, changed));
  }
}

function withChanged(files: readonly ContentFile[], changed: readonly ContentFile[]) {
  const byPath = new Map(changed.map((file) => [file.path, file]));
  const before = new Set(files.map(({ path }) => path));
  return [
    ...files.map((file) => byPath.get(file.path) ?? file),
    ...changed.filter(({ path }) => !before.has(path)),
  ];
}

function withProblems(
  item: ImportItem,
  problems: readonly ContentProblem[],
  changed: readonly ContentFile[],
): ImportItem {
  const { file } = item;
  if (!file) return item;
  const own = problems.filter((problem) => problem.file === file.path);
  // What an import does to one listing can be a fault of another file: a situation whose first listing closes.
  const isOfOthers = !problems.some((problem) => changed.some(({ path }) => path === problem.file));
  const named = problems.filter(({ message }) => item.slug && message.includes(item.slug));
  const found = isOfOthers ? (named.length > 0 ? named : problems) : own;
  if (found.length === 0) return item;
  const reasons = found.map((problem) => {
    const place = problem.file === file.path ? undefined : `content/${problem.file}`;
    return `${[place, problem.field].filter(Boolean).join(', ') || 'the listing'}: ${problem.message}`;
  });
  const { file: _, ...rest } = item;
  return { ...rest, outcome: 'refused', reasons, changes: [] };
}
