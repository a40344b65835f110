import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toText } from '../support/site/built-pages.ts';
import { startBuiltSite } from '../support/site/built-site.ts';

let site: Awaited<ReturnType<typeof startBuiltSite>>;

beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

const htmlOf = async (path: string) => (await site.get(path)).text();

describe('a search for what is open now', () => {
  test('finds what is open day and night, and says that most have not told their hours', async () => {
    const html = await htmlOf('/search/?open=now&q=samaritans');
    const text = toText(html);

    expect(text).toContain('Samaritans');
    expect(text).toContain('Open day and night');
    expect(text).toContain('Shown are only those whose hours say that they are open now.');
    expect(html).toMatch(/<input type="checkbox" id="open-now"[^>]* checked/);
    expect(html).toContain('href="/search/?q=samaritans"');
  });

  test('finds nothing whose hours nobody knows', async () => {
    const all = await (await site.get('/api/search?lang=en&q=food+bank')).json();
    const open = await (await site.get('/api/search?lang=en&q=food+bank&open=now')).json();

    expect(all.total).toBeGreaterThan(open.total);
    expect(JSON.stringify(open.hits)).not.toContain('"bow-foodbank"');
  });
});

describe('a search for a day', () => {
  test('finds what is known to be on then, and keeps the day in its links', async () => {
    const html = await htmlOf('/search/?day=thu&need=physical-activity&sort=name');

    expect(toText(html)).toContain('Limehouse Practice');
    expect(toText(html)).not.toContain('Bow Strollers');
    expect(toText(html)).toContain('Day: Thursday');
  });

  test.each([
    ['/search/?q=walking+on+thursday', '/search/?q=walking+on+thursday&amp;day=thu'],
    ['/search/?q=chemist+open+now', '/search/?q=chemist+open+now&amp;open=now'],
    ['/so/search/?q=cunto+jimce', '/so/search/?q=cunto+jimce&amp;day=fri'],
  ])('in words (%s) is offered as a filter, and hides nothing by itself', async (path, href) => {
    expect((await htmlOf(path)).replaceAll('&#38;', '&amp;')).toContain(`href="${href}"`);
  });

  test('in Bengali words is offered as well', async () => {
    const html = await htmlOf(`/bn/search/?q=${encodeURIComponent('যোগব্যায়াম রবিবার')}`);

    expect(html).toMatch(/href="\/bn\/search\/\?q=[^"]+day=sun"/);
  });
});
