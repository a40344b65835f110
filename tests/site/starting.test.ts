import { expect, test } from 'vitest';
import { startBuiltSite } from '../support/built-site.ts';

test('the server says where it is in one line, and stops with success when asked', async () => {
  const site = await startBuiltSite({ LOG_LEVEL: 'info' });

  expect(site.log()).toBe(`The site is at ${site.origin}/\n`);
  expect(await site.stop()).toBe(0);
});

test('the server does not start without a build, and says what to run', async () => {
  const site = await startBuiltSite({ OUT_DIR: 'no-such-folder' });

  expect([site.origin, await site.exited]).toEqual([undefined, 1]);
  expect(site.log()).toBe(
    'There is no built site in no-such-folder/. Run "npm run build" first.\n',
  );
});

test('the server does not start on a port that is taken, and says so', async () => {
  const first = await startBuiltSite();
  const second = await startBuiltSite({ PORT: String(first.port) });

  expect(await second.exited).toBe(1);
  expect(second.log()).toMatch(`Port ${first.port} is taken`);
  await first.stop();
});

test('the server does not start with settings it cannot use, and lists them all', async () => {
  const site = await startBuiltSite({ PORT: 'x', SITE_URL: 'y' });

  expect(await site.exited).toBe(1);
  expect(site.log()).toMatch(/PORT: .*\n.*SITE_URL: /);
});
