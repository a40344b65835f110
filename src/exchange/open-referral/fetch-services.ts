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
  reader: FeedReader,
): Promise<{ services: unknown[]; notes: string[] }> {
  const { url, first } = await findList(address, reader.get);
  const { services, repeats, notes } = await readPages(url, first, reader);
  if (!services.some(isShort)) return { services: [...services, ...repeats], notes };
  const whole = await fetchEach(url, services, reader);
  return { services: [...whole.services, ...repeats], notes: [...notes, ...whole.notes] };
}

async function readPages(url: string, first: Entity | undefined, { get, tell }: FeedReader) {
  const services = new Map<string, Entity>();
  const repeats: Entity[] = [];
  let page = first;
  let number = Number(first?.page_number ?? first?.number ?? 1);
  let hasSkipped = false;
  for (let count = 1; page && count <= MOST_PAGES; count += 1) {
    const { fresh, known } = divide(listAt(page, 'contents', 'content', 'services'), services);
    // A feed whose pages count from 0 in its answers and from 1 in addresses gives the first page twice.
    const isFirstAgain = count === 2 && fresh.length === 0;
    if (!isFirstAgain) repeats.push(...known);
    hasSkipped ||= isFirstAgain;
    tell(`page ${count} of ${countPages(page) ?? '?'}`);
    const isOver = fresh.length === 0 && !isFirstAgain;
    if (isOver || isLast(page, hasSkipped ? count - 1 : count)) break;
    number += 1;
    page = toEntity(await get(withParameter(url, 'page', String(number))));
  }
  const all = [...services.values()];
  return { services: all, repeats, notes: describeMissing(first, all.length + repeats.length) };
}

/** Adds what is new to `services`; the rest comes a second time, or has no id. */
function divide(found: readonly Entity[], services: Map<string, Entity>) {
  const fresh: Entity[] = [];
  const known: Entity[] = [];
  for (const service of found) {
    const id = service.id === undefined ? undefined : String(service.id);
    if (id === undefined || services.has(id)) known.push(service);
    else {
      services.set(id, service);
      fresh.push(service);
    }
  }
  return { fresh, known };
}

function describeMissing(first: Entity | undefined, came: number): string[] {
  const said = Number(first?.total_items ?? first?.totalElements);
  if (!(said > came)) return [];
  return [`the feed says that it has ${said} services, and only ${came} came.`];
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

function isLast(page: Entity, count: number): boolean {
  if (page.last_page === true || page.last === true || page.empty === true) return true;
  const total = countPages(page);
  if (total !== undefined) return count >= total;
  return page.last_page !== false && page.last !== false;
}

function countPages(page: Entity): number | undefined {
  const total = Number(page.total_pages ?? page.totalPages);
  return Number.isFinite(total) ? total : undefined;
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
    if (!isShort(service)) {
      whole.push(service);
      continue;
    }
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
