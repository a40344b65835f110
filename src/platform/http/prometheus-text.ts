/** One measure, in Prometheus' words; `values` each with its labels. */
export interface Metric {
  name: string;
  type: 'gauge' | 'counter';
  help: string;
  values: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
}

export const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** The text format, version 0.0.4. A metric without values is left out: nobody knows. */
export function formatMetrics(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ values }) => values.length > 0)
    .flatMap(({ name, type, help, values }) => [
      `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
      `# TYPE ${name} ${type}`,
      ...values.map(({ labels = {}, value }) => `${name}${formatLabels(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
