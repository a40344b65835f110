/** One figure of the benchmark: what was measured, what came out, what was hoped for. */
export interface Row {
  what: string;
  figure: string;
  goal?: string;
  /** Whether the goal is met; left out where there is none. */
  met?: boolean;
}

export interface Section {
  title: string;
  rows: Row[];
}

export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const ms = (milliseconds: number) =>
  milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${Math.round(milliseconds)} ms`;
export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** `value` against the most it should be. */
export function atMost(
  what: string,
  value: number,
  most: number,
  format: (value: number) => string,
): Row {
  return { what, figure: format(value), goal: `≤ ${format(most)}`, met: value <= most };
}

export function printTable(sections: readonly Section[]): void {
  const rows = sections.flatMap(({ rows }) => rows);
  const width = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length), 0);
  const labelWidth = width(({ what }) => what);
  const figureWidth = width(({ figure }) => figure);
  const goalWidth = width(({ goal }) => goal ?? '');
  for (const { title, rows } of sections) {
    console.log(`\n${title}`);
    for (const { what, figure, goal = '', met } of rows) {
      const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
      console.log(
        `  ${what.padEnd(labelWidth)}  ${figure.padStart(figureWidth)}  ${goal.padEnd(goalWidth)}  ${verdict}`,
      );
    }
  }
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export function toPercentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const formatPercentiles = ({ p50, p95, p99 }: Percentiles) =>
  [p50, p95, p99].map((value) => value.toFixed(2)).join(' / ');
