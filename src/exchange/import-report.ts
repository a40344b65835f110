import type { ImportItem } from './merging/plan-import.ts';

/** What an import does, for an editor to read: new, changed, refused and why, and what is the same. */
export function formatReport(items: readonly ImportItem[], notes: readonly string[] = []): string {
  const of = (outcome: ImportItem['outcome']) => items.filter((item) => item.outcome === outcome);
  const same = of('same');
  const sections = [
    notes.length > 0 ? ['To know:', ...notes.map((note) => `  ${note}`)] : [],
    section('Refused', of('refused'), ({ reasons }) => reasons),
    section('Changed', of('changed'), describeChanges),
    section('New', of('new'), ({ file }) => (file ? [`content/${file.path}`] : [])),
    section('Same, but look', same.filter(hasMore), () => []),
  ];
  const counts = `${items.length} read: ${of('new').length} new, ${of('changed').length} changed, ${same.length} the same, ${of('refused').length} refused.`;
  return `${[...sections.filter(({ length }) => length > 0).map((lines) => lines.join('\n')), counts].join('\n\n')}\n`;
}

/** How often each reason stood in the way, the most usual first; what differs from record to record is left out. */
export function countReasons(items: readonly ImportItem[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { reasons } of items) {
    const kinds = new Set(
      reasons.map((reason) => reason.replace(/content\/organisations\/\S+|'[^']*'|\d+/g, '…')),
    );
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function section(
  title: string,
  items: readonly ImportItem[],
  linesOf: (item: ImportItem) => string[],
): string[] {
  if (items.length === 0) return [];
  return [
    `${title} (${items.length}):`,
    ...items.flatMap((item) => [
      `  ${nameOf(item)} (${item.where})`,
      ...[
        ...linesOf(item),
        ...describeKept(item),
        ...item.notes.map((note) => `note: ${note}`),
      ].map((line) => `    ${line}`),
    ]),
  ];
}

function hasMore({ kept, notes }: ImportItem): boolean {
  return kept.length > 0 || notes.length > 0;
}

function nameOf({ slug, name, outcome }: ImportItem): string {
  return (outcome === 'refused' ? name || slug : slug) || 'without a name';
}

function describeChanges({ changes }: ImportItem): string[] {
  return changes.map(({ field, from, to }) => `${field}: ${describe(from)} → ${describe(to)}`);
}

function describeKept({ kept }: ImportItem): string[] {
  return kept.map(({ field, reason }) => `${field} stays: ${reason}.`);
}

const LONGEST_SHOWN = 160;

function describe(value: unknown): string {
  if (value === undefined) return '(nothing)';
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  return text.length > LONGEST_SHOWN
    ? `${text.slice(0, LONGEST_SHOWN)} … (${text.length} signs)`
    : text;
}
