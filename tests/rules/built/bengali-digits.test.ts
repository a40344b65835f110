import { afterAll, beforeAll, expect, test } from 'vitest';
import { directory, today } from '../../../src/wiring.ts';
import { aReferralForm } from '../../support/referral/a-referral-form.ts';
import { aReferralSite } from '../../support/site/a-referral-site.ts';
import { readBuiltPages } from '../../support/site/built-pages.ts';
import { createLatinDigitFinder } from '../../support/site/latin-digits.ts';

// Which Latin digits are right is in tests/support/site/latin-digits.ts.
let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  site = await aReferralSite();
});
afterAll(() => site.stop());

test('no built page in Bengali has Latin digits in its sentences', () => {
  const find = createLatinDigitFinder(directory, builtFor());
  const pages = readBuiltPages().filter(({ locale }) => locale === 'bn');
  const wrong = pages.flatMap(({ path, html }) => find(html).map((text) => `${path}: ${text}`));

  expect(pages.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

const three = 'items=bow-foodbank.ability-bow.toynbee-hall';
test.each([
  '/bn/search/?q=food&near=E1+4AA',
  '/bn/search/?q=%E0%A6%96%E0%A6%BE%E0%A6%AC%E0%A6%BE%E0%A6%B0&cost=free&need=food&page=2',
  '/bn/search/?q=food&page=99',
  '/bn/search/?q=bailiffs',
  `/bn/search/?q=money&list=bow-foodbank.ability-bow&made=${today()}`,
  `/bn/shortlist/?${three}.no-such-listing&made=${today()}`,
  `/bn/shortlist/?${three}&made=2020-05-12`,
  `/bn/shortlist/handout/?${three}&made=2020-05-12&with=bn`,
  '/bn/refer/',
])('nor has %s', async (path) => {
  const find = createLatinDigitFinder(directory, builtFor());
  const answer = await site.get(path);
  const html = await answer.text();

  expect(answer.status).toBeLessThan(500);
  expect(/[০-৯]/.test(html)).toBe(true);
  expect(find(html)).toEqual([]);
});

test('nor have a form read over, and the page that tells how far it is', async () => {
  const find = createLatinDigitFinder(directory, builtFor());
  const form = aReferralForm({ formToken: site.token(), step: 'check', bestTime: '' });
  const check = await (await site.post(form, { path: '/bn/refer/' })).text();
  form.set('step', 'send');
  const sent = await site.post(form, { path: '/bn/refer/' });
  const status = await (await site.get(sent.headers.get('location') ?? '')).text();

  expect(check).toContain('২৭ মার্চ ১৯৮০');
  expect(find(check)).toEqual([]);
  expect(status).toMatch(/SP-\w{4}-\w{4}/);
  expect(find(status)).toEqual([]);
});

test('a digit out of place is found in text and in what is read out, one in its place is not', () => {
  const find = createLatinDigitFinder(directory, 'https://a.example');
  const page = (body: string) => `<!doctype html><html lang="bn"><body>${body}</body></html>`;

  expect(find(page('<p>সব 490টি জায়গা</p><a aria-label="2 নম্বর" href="/3/">পাতা</a>'))).toEqual([
    'সব 490টি জায়গা',
    '2 নম্বর',
  ]);
  expect(find(page('<li>সোমবার: 09:00 থেকে <b>১৭:০০</b></li>'))).toEqual(['সোমবার: 09:00 থেকে']);
  expect(
    find(
      page(
        '<p lang="en">Open 9am<br>to 5pm</p><p>999-এ ফোন করুন, তারপর 2 বেছে নিন</p><p>020 7946 0123, E1 4AA</p>' +
          '<p>SP-2345-6789, SP-NV9V-G3WP: https://a.example/bn/refer/status/1/</p><script>1</script><!-- 2 -->',
      ),
    ),
  ).toEqual([]);
});

/** The address that posters and printed pages carry. */
function builtFor(): string {
  const home = readBuiltPages().find(({ path }) => path === '/');
  return new URL(/<link rel="canonical" href="([^"]*)"/.exec(home?.html ?? '')?.[1] ?? '').origin;
}
