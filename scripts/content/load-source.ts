import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reading } from '../../src/exchange/listing-record.ts';
import { fetchServices } from '../../src/exchange/open-referral/fetch-services.ts';
import { readServices } from '../../src/exchange/open-referral/read-services.ts';
import type { Terms } from '../../src/exchange/open-referral/terms.ts';
import { isFeed, readSource } from '../../src/exchange/read-source.ts';
import { wait } from '../../src/platform/clock.ts';
import { getBytes } from '../../src/platform/http/get-bytes.ts';

/** The listings of a file or an address; of a feed all pages. Progress goes to the error output. */
export async function loadSource(source: string, terms: Terms): Promise<Reading> {
  if (!/^https?:\/\//i.test(source)) {
    if (!existsSync(source)) return { ok: false, problem: 'there is no such file.' };
    return readSource(readFileSync(source), { from: basename(source), terms });
  }
  try {
    const bytes = await get(source);
    if (!isFeed(bytes)) return readSource(bytes, { from: source, terms });
    let told = 0;
    const { services, notes } = await fetchServices(source, {
      get: async (url) => JSON.parse(new TextDecoder().decode(await get(url))),
      tell: (progress) => {
        told += 1;
        if (told % 20 === 1) console.error(`  ${progress}`);
      },
    });
    const reading = readServices(services, { from: source, terms });
    return reading.ok ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
  } catch (fault) {
    return { ok: false, problem: fault instanceof Error ? fault.message : String(fault) };
  }
}

// A server that is out of breath gets time to find it again.
const WAITS_MS = [1_000, 5_000];

async function get(url: string): Promise<Uint8Array> {
  for (const pause of [...WAITS_MS, undefined]) {
    const got = await getBytes(url);
    if (got.ok) return got.bytes;
    const isWorthMore = pause !== undefined && !/answered 4(?!29)/.test(got.reason);
    if (!isWorthMore) throw new Error(`${url} ${got.reason}`);
    await wait(pause);
  }
  throw new Error(`${url} did not answer`);
}
