export interface ReadMetric {
  type: string;
  help: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

const METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/gy;

/**
 * Reads Prometheus' text format 0.0.4 as strictly as it is written down: each metric begins with its HELP and
 * TYPE, its samples follow together, and none comes twice. Throws at the first line that is not so.
 */
export function readMetrics(text: string): Map<string, ReadMetric> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end');
  const metrics = new Map<string, ReadMetric>();
  const seen = new Set<string>();
  let name = '';
  let help: string | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, about = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      if (metrics.has(about) || !METRIC.test(about)) throw new Error(`Not a new metric: ${line}`);
      name = about;
      help = rest;
    } else if (kind === 'TYPE') {
      if (about !== name || help === undefined) throw new Error(`TYPE without its HELP: ${line}`);
      if (!['gauge', 'counter'].includes(rest)) throw new Error(`Not a type: ${line}`);
      metrics.set(name, { type: rest, help, samples: [] });
      help = undefined;
    } else {
      const sample = readSample(line);
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).toSorted()]);
      if (sample.name !== name || help !== undefined) throw new Error(`Out of its place: ${line}`);
      if (seen.has(key)) throw new Error(`Twice: ${line}`);
      seen.add(key);
      metrics.get(name)?.samples.push(sample);
    }
  }
  return metrics;
}

function readSample(line: string) {
  const [, name = '', list, number = ''] = SAMPLE.exec(line) ?? [];
  const value = Number(number);
  if (!name || Number.isNaN(value)) throw new Error(`Not a sample: ${line}`);
  const labels: Record<string, string> = {};
  let read = 0;
  for (const [whole, label = '', text = ''] of (list ?? '').matchAll(LABEL)) {
    if (label in labels) throw new Error(`A label twice: ${line}`);
    labels[label] = text;
    read += whole.length;
  }
  if (list !== undefined && (read !== list.length || read === 0))
    throw new Error(`Not labels: ${line}`);
  return { name, labels, value };
}
