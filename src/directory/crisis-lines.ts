import type { CrisisLine } from './lists.ts';

/**
 * The lines to show for words of danger: whoever answers emergencies first, then those for just this
 * subject, then the others for this kind of danger, each in the order of the file.
 */
export function chooseCrisisLines(
  lines: readonly CrisisLine[],
  { kinds, subjects }: { kinds: readonly CrisisLine['for'][number][]; subjects: readonly string[] },
): CrisisLine[] {
  const isForSubject = (line: CrisisLine) =>
    line.subjects?.some((subject) => subjects.includes(subject)) ?? false;
  const rank = (line: CrisisLine) =>
    line.for.includes('emergency') ? 0 : isForSubject(line) ? 1 : 2;
  return lines
    .filter(
      (line) =>
        isForSubject(line) || (!line.subjects && line.for.some((kind) => kinds.includes(kind))),
    )
    .toSorted((a, b) => rank(a) - rank(b));
}
