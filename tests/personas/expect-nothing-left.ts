import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Person } from './people.ts';

/** Every address that a page asks for. */
export function watchAddresses(page: Page): string[] {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  return addresses;
}

/** Nothing that somebody typed stands in an address, in what the browser keeps, or in the server's log. */
export async function expectNothingPersonalLeft(
  page: Page,
  person: Person,
  { addresses }: { addresses: readonly string[] },
) {
  const typed = [
    person.fullName,
    person.fullName.split(' ').at(-1),
    person.phone,
    person.phone?.replaceAll(' ', ''),
    person.email,
    person.summary,
    person.safetyNote,
    person.homePostcode,
    person.helper?.name,
    person.helper?.contact,
  ].filter((text) => text !== undefined);
  let kept = '';
  // Without JavaScript the page with the news is asked for again by itself.
  await expect(async () => {
    kept = await readKept(page);
  }).toPass();
  const left = [
    ...addresses,
    kept,
    readFileSync(join(process.env.PERSONAS_DATA ?? '', 'server.log'), 'utf8'),
  ].join('\n');

  expect(typed.filter((text) => left.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
}

function readKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = [{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie];
    return JSON.stringify([...kept, databases.map(({ name }) => name), await caches.keys()]);
  });
}
