import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBuiltSite } from '../support/site/built-site.ts';

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

describe('what a page of results says of the words', () => {
  test('shows a postcode among the words in its field, where it can be changed', async () => {
    const html = await textOf('/search/?q=food+bank+e14aa');

    expect(html).toMatch(/<input[^>]* id="near"[^>]* value="E1 4AA"/);
    expect(await textOf('/search/?q=food+bank')).toMatch(
      /<input[^>]* id="near"[^>]* value(=""| |>)/,
    );
  });

  test('says that a place named among the words is not in the borough', async () => {
    const said = /আমাদের তালিকা টাওয়ার হ্যামলেটস-এর সাহায্যের জন্য, Hackney-এর জন্য নয়।/;

    expect(await textOf('/search/?q=food+in+hackney')).toContain(
      'We list support in Tower Hamlets, not in Hackney.',
    );
    expect(await textOf('/bn/search/?q=food+in+hackney')).toMatch(said);
    expect(await textOf('/search/?q=food+in+bow')).not.toContain('We list support in');
  });

  test('says that few days and times are known, where the words name one', async () => {
    const said = 'We know days and times for some listings only: ring first.';

    expect((await textOf('/search/?q=yoga+on+sunday')).includes(said)).toBe(true);
    expect((await textOf('/search/?q=yoga')).includes(said)).toBe(false);
    expect((await textOf('/search/?q=i+have+no+food+today')).includes(said)).toBe(false);
  });

  test('shows a filter that the words set, with the way to take it back', async () => {
    const html = await textOf('/search/?q=libraries+free');
    const chip = /<a class="chip chip-on" href="([^"]*)"[^>]*>(?:(?!<\/a>)[\s\S])*Cost: Free/.exec(
      html,
    );

    expect(chip?.[1]?.replace('&amp;', '&')).toBe('/search/?q=libraries+free&literal=1');
    expect(await textOf('/search/?q=libraries+free&literal=1')).not.toMatch(
      /chip-on[\s\S]*Cost: Free/,
    );
  });

  test('asks whether a situation is meant, at most three', async () => {
    const html = await textOf('/search/?q=lonely');
    const offered = /<span id="suggested-situations">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
    const links = [...offered.matchAll(/href="\/help\/[a-z-]+\/"/g)];

    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThanOrEqual(3);
  });
});

async function textOf(path: string): Promise<string> {
  return (await site.get(path)).text();
}
