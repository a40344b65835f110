import { NO_NAME } from './network-watch.ts';
import type { Ask, WebsiteAnswer } from './website-answer.ts';

/**
 * What became of a website. moved: for good, to another address. parked: its name is for sale, or shows advertisements.
 * certificate: browsers warn of it. unclear: it may be a bad day, so it is asked again the next time.
 */
export type Verdict = 'works' | 'moved' | 'dead' | 'parked' | 'certificate' | 'unclear';

export interface Judgement {
  verdict: Verdict;
  /** For an editor: 'answered 404'. */
  detail: string;
  /** Where it has moved to. */
  newAddress?: string | undefined;
}

const MOST_REDIRECTS = 8;

/** Asks for a website as gently as can be: HEAD, then GET where HEAD is no answer or the page has to be seen. */
export async function judgeWebsite(website: string, ask: Ask): Promise<Judgement> {
  let url = website;
  let isForGood = true;
  const passed = new Set<string>();
  for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
    if (passed.has(url)) return { verdict: 'dead', detail: 'leads round in a circle' };
    passed.add(url);
    const answer = await askGently(url, ask);
    if (answer.kind === 'failed') return judgeFailure(answer);
    const next = findRedirect(answer, url);
    if (next === undefined) return judgePage(answer, { website, url, isForGood });
    // What is moved for a while only may come back.
    isForGood &&= answer.status === 301 || answer.status === 308;
    url = next;
  }
  return { verdict: 'dead', detail: `leads on and on, more than ${MOST_REDIRECTS} times` };
}

async function askGently(url: string, ask: Ask): Promise<WebsiteAnswer> {
  const head = await ask(url, 'HEAD');
  // Some servers know no HEAD, and say so in ways of their own.
  const isRedirect = head.kind === 'answered' && head.status >= 300 && head.status < 400;
  const isSure = head.kind === 'failed' && head.reason !== 'other';
  return isRedirect || isSure ? head : ask(url, 'GET');
}

function findRedirect(answer: WebsiteAnswer, url: string): string | undefined {
  if (answer.kind !== 'answered' || !answer.location) return undefined;
  if (answer.status < 300 || answer.status >= 400) return undefined;
  if (!URL.canParse(answer.location, url)) return undefined;
  const next = new URL(answer.location, url);
  next.hash = '';
  return /^https?:$/.test(next.protocol) ? next.href : undefined;
}

function judgeFailure({ reason, detail }: WebsiteAnswer & { kind: 'failed' }): Judgement {
  switch (reason) {
    case 'no-name':
      return { verdict: 'dead', detail: NO_NAME };
    case 'refused':
      return { verdict: 'dead', detail: 'nothing answers there' };
    case 'certificate':
      return { verdict: 'certificate', detail: `browsers warn of its certificate (${detail})` };
    case 'time':
      return { verdict: 'unclear', detail: 'did not answer in time' };
    case 'other':
      return { verdict: 'unclear', detail };
  }
}

interface Way {
  website: string;
  url: string;
  isForGood: boolean;
}

function judgePage(answer: WebsiteAnswer & { kind: 'answered' }, way: Way): Judgement {
  const { status, text = '' } = answer;
  if (status === 404 || status === 410) return { verdict: 'dead', detail: `answered ${status}` };
  if (status < 200 || status >= 300) return { verdict: 'unclear', detail: `answered ${status}` };
  if (isParked(way.url, text)) {
    return { verdict: 'parked', detail: 'its name is for sale, or shows advertisements' };
  }
  if (toPlain(way.url) === toPlain(way.website)) return { verdict: 'works', detail: 'works' };
  if (!way.isForGood) return { verdict: 'works', detail: `leads to ${way.url} for now` };
  const isFrontPage = new URL(way.url).pathname === '/' && new URL(way.website).pathname !== '/';
  const doubt = isFrontPage ? ', the front page: the page itself may be gone' : '';
  return { verdict: 'moved', detail: `has moved to ${way.url}${doubt}`, newAddress: way.url };
}

function toPlain(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/\/$/, '')}${search}`;
}

const PARKING_HOSTS =
  /(^|\.)(sedo(parking)?\.com|parkingcrew\.net|bodis\.com|afternic\.com|dan\.com|hugedomains\.com|parklogic\.com|above\.com|undeveloped\.com)$/i;
const PARKING_WORDS =
  /\b(this )?domain( name)? (may be |is )?(for sale|parked)\b|\bbuy this domain\b|\bparked (free|domain)\b|\bdomain (has )?expired\b|sedoparking|parkingcrew|window\.park\b/i;

function isParked(url: string, text: string): boolean {
  return PARKING_HOSTS.test(new URL(url).hostname) || PARKING_WORDS.test(text);
}
