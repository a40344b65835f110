/** How many answers went out, by the first figure of their status. */
export interface AnswerCounts {
  count(status: number): void;
  /** '2xx=12,4xx=1': for a header, as pages made on demand are another program's part. */
  format(): string;
}

const classes = ['2xx', '3xx', '4xx', '5xx'] as const;

export function createAnswerCounts(): AnswerCounts {
  const counts = new Map<string, number>(classes.map((name) => [name, 0]));
  return {
    count(status) {
      const name = `${Math.floor(status / 100)}xx`;
      const before = counts.get(name);
      if (before !== undefined) counts.set(name, before + 1);
    },
    format: () => [...counts].map(([name, count]) => `${name}=${count}`).join(','),
  };
}

/** What `format` wrote; nothing of anything else. */
export function readAnswerCounts(text: string | null): [statusClass: string, count: number][] {
  return [...(text ?? '').matchAll(/([2-5]xx)=(\d+)/g)].map(([, name = '', count]) => [
    name,
    Number(count),
  ]);
}
