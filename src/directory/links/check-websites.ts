import { type Judgement, judgeWebsite } from './judge-website.ts';
import type { Ask } from './website-answer.ts';

/** A website with the listings that give it. */
export interface Website {
  website: string;
  /** Slugs. */
  listings: string[];
}

export interface WebsiteResult extends Website, Judgement {
  /** ISO time. */
  checkedAt: string;
}

interface Checking {
  ask: Ask;
  now: () => Date;
  wait: (ms: number) => Promise<void>;
  /** What is known already, of a run before or of one that was cut off. */
  known: readonly WebsiteResult[];
  /** Results that are older than this are asked for again. */
  keepDays: number;
  /** Called with each new result, as soon as it is there. */
  keep: (result: WebsiteResult) => void;
  /** No: the rest is not asked. */
  goesOn: () => boolean;
}

// One host waits for nobody else, and is never asked twice at once.
const HOSTS_AT_ONCE = 4;
const PAUSE_MS = 1_000;
const DAY_MS = 86_400_000;

/** What became of each website, those first known among them; sorted as given. */
export async function checkWebsites(
  websites: readonly Website[],
  checking: Checking,
): Promise<WebsiteResult[]> {
  const { now, known, keepDays, wait, ask, keep, goesOn } = checking;
  const isFresh = ({ checkedAt, verdict }: WebsiteResult) =>
    verdict !== 'unclear' && now().getTime() - Date.parse(checkedAt) < keepDays * DAY_MS;
  const results = new Map<string, WebsiteResult>();
  const byHost = new Map<string, Website[]>();
  for (const each of websites) {
    const before = known.find(({ website }) => website === each.website);
    if (before && isFresh(before))
      results.set(each.website, { ...before, listings: each.listings });
    else {
      const { host } = new URL(each.website);
      byHost.set(host, [...(byHost.get(host) ?? []), each]);
    }
  }
  const hosts = [...byHost.values()];
  const worker = async () => {
    for (let queue = hosts.shift(); queue; queue = hosts.shift()) {
      for (const [index, each] of queue.entries()) {
        if (index > 0) await wait(PAUSE_MS);
        if (!goesOn()) return;
        const judgement = await judgeWebsite(each.website, ask);
        const result = { ...each, ...judgement, checkedAt: now().toISOString() };
        results.set(each.website, result);
        keep(result);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker));
  return websites.flatMap(({ website }) => results.get(website) ?? []);
}

/** The websites of listings that are not closed, each once. */
export function collectWebsites(
  listings: readonly { slug: string; status: string; website?: string | undefined }[],
): Website[] {
  const found = new Map<string, string[]>();
  for (const { slug, status, website } of listings) {
    if (!website || status === 'closed') continue;
    found.set(website, [...(found.get(website) ?? []), slug]);
  }
  return [...found].map(([website, slugs]) => ({ website, listings: slugs }));
}
