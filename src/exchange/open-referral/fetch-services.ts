import { type Entity, listAt, toEntity } from './entity.ts';

/** `get` resolves to the JSON that an address answers; it throws, with the reason, if there is none. */
export interface FeedReader {
  get: (url: string) => Promise<unknown>;
  /** Tells how far it has come: 'page 3 of 17', 'service 40 of 819'. */
  tell: (progress: string) => void;
}

// A feed that never says that a page is its last.
const MOST_PAGES = 2000;

/**
 * All services of a feed of Open Referral UK, 1.0 or 3.0, page by page and one request at a time. Where its list is
 * shallow each service is asked for by itself; one that does not come stays as the list has it, with a note.
 */
export async function fetchServices(
  address: string,
  { get, tell }: FeedReader,
): Promise<{ services: unknown[]; notes: string[] }> {
  const { url, first } = await findList(address, get);
  const services = new Map<string, Entity>();
  const repeats: Entity[] = [];
  let page = first;
  for (let count = 1; page && count <= MOST_PAGES; count += 1) {
    const found = listAt(page, 'contents', 'content', 'services');
    const fresh = found.filter(({ id }) => !services.has(String(id)));
    repeats.push(...found.filter((each) => !fresh.includes(each)));
    for (const service of fresh) services.set(String(service.id), service);
    tell(`page ${count} of ${Number(page.total_pages ?? page.totalPages) || '?'}`);
    const next = findNext(page, count);
    // A server that knows no pages answers the same each time.
    if (next === undefined || fresh.length === 0) break;
    page = toEntity(await get(withParameter(url, 'page', String(next))));
  }
  const all = [...services.values()];
  const isShallow = all.some(isShort);
  const whole = isShallow ? await fetchEach(url, all, { get, tell }) : { services: all, notes: [] };
  return { services: [...whole.services, ...repeats], notes: whole.notes };
}

// The root of a feed says its version; its services stand one step below.
async function findList(address: string, get: FeedReader['get']) {
  const answer = toEntity(await get(address));
  const isRoot = answer && 'version' in answer && !('contents' in answer || 'content' in answer);
  if (!isRoot) return { url: address, first: answer };
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/services`;
  const list = withParameter(withParameter(url.href, 'per_page', '100'), 'full', 'true');
  return { url: list, first: toEntity(await get(list)) };
}

function findNext(page: Entity, count: number): number | undefined {
  if (page.last_page === true || page.last === true || page.empty === true) return undefined;
  const total = Number(page.total_pages ?? page.totalPages);
  if (!(total > count)) return undefined;
  const number = Number(page.page_number ?? page.number);
  return Number.isFinite(number) ? number + 1 : count + 1;
}

function isShort(service: Entity): boolean {
  return !['contacts', 'locations', 'service_at_locations', 'attributes'].some(
    (name) => name in service,
  );
}

async function fetchEach(
  url: string,
  services: readonly Entity[],
  { get, tell }: FeedReader,
): Promise<{ services: Entity[]; notes: string[] }> {
  const notes: string[] = [];
  const whole: Entity[] = [];
  for (const [index, service] of services.entries()) {
    const address = new URL(url);
    address.search = '';
    address.pathname = `${address.pathname.replace(/\/$/, '')}/${encodeURIComponent(String(service.id))}`;
    try {
      whole.push(toEntity(await get(address.href)) ?? service);
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      notes.push(`service ${service.id}: ${reason}. It is taken as the list has it.`);
      whole.push(service);
    }
    tell(`service ${index + 1} of ${services.length}`);
  }
  return { services: whole, notes };
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}
