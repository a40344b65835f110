import { afterAll, beforeAll, expect, test } from 'vitest';
import { findForeignRequests } from '../../support/browser/foreign-requests.ts';
import { readSourceFiles } from '../../support/machine/source-files.ts';
import { clientFolder } from '../../support/site/build-folder.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

const ownOrigin = new URL(process.env.SITE_URL ?? 'http://127.0.0.1:4321').origin;

let site: Awaited<ReturnType<typeof startBuiltSite>>;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

test('no built file makes a browser ask anything of another site', () => {
  const files = readSourceFiles([clientFolder], /\.(html|css|js|svg)$/);

  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(({ path, text }) => findForeignRequests(path, text, ownOrigin))).toEqual([]);
});

test.each(['/search/?q=lonely', '/bn/search/?q=food&near=E1+4AA', '/so/search/'])(
  'nor does %s, made on demand',
  async (path) => {
    const text = await (await site.get(path)).text();

    expect(findForeignRequests('/', text, ownOrigin)).toEqual([]);
  },
);

test.each([
  ['x.html', '<script src="https://a.example/x.js"></script>'],
  ['x.html', '<img src="//a.example/x.png">'],
  ['x.html', '<img srcset="/x.png 1x, https://a.example/x.png 2x">'],
  ['x.html', '<link rel="preconnect" href="https://a.example">'],
  ['x.html', '<link rel="stylesheet" href="https://a.example/x.css">'],
  ['x.html', '<iframe src="https://a.example/"></iframe>'],
  ['x.html', '<form action="https://a.example/"></form>'],
  ['x.html', '<a href="/" ping="https://a.example/">'],
  ['x.html', '<meta http-equiv="refresh" content="0; url=https://a.example/">'],
  ['x.html', '<p style="background:url(https://a.example/x.png)">'],
  ['x.html', '<script>fetch("https://a.example/")</script>'],
  ['x.css', '@import "https://a.example/x.css";'],
  ['x.css', '@font-face{src:url(https://a.example/x.woff2)}'],
  ['x.js', 'import("//a.example/x.js")'],
  ['x.svg', '<svg><image href="https://a.example/x.png"/></svg>'],
])('in %s, %s is found', (path, text) => {
  expect(findForeignRequests(path, text, ownOrigin)).toHaveLength(1);
});

test.each([
  ['x.html', '<a href="https://a.example/">A charity</a>'],
  ['x.html', `<link rel="canonical" href="${ownOrigin}/"><img src="/x.png"><img src="data:,x">`],
  ['x.html', '<script type="application/ld+json">{"url":"https://a.example"}</script>'],
  ['x.js', 'createElementNS("http://www.w3.org/2000/svg")'],
])('in %s, %s is not a request', (path, text) => {
  expect(findForeignRequests(path, text, ownOrigin)).toEqual([]);
});
