/** Covers src/islands/refer/watch-progress.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { locales, localisePath } from '../../../src/i18n/locale.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { sidewaysScroll } from '../../support/browser/axe.ts';
import { expectAccessible, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import {
  fillInToCheck,
  fillInToCheckWithoutScript,
  pressSend,
  shownReference,
} from '../../support/browser/sent-journey.ts';
import { aMailServer, type MailServer } from '../../support/mail/a-mail-server.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

// A server of its own with a mail server that answers when it is let.
const dataDir = mkdtempSync(join(tmpdir(), 'after-sending-'));
let site: Awaited<ReturnType<typeof startBuiltSite>>;
let mail: MailServer;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  mail = await aMailServer();
  site = await startBuiltSite({
    DATA_DIR: dataDir,
    SMTP_URL: mail.url,
    NODE_EXTRA_CA_CERTS: mail.caFile,
    ROUTING_FILE: '',
  });
});
test.afterAll(async () => {
  await site.stop();
  await mail.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const SENDING = 'We have your request and are sending it to the team now';
const WITH_TEAM = 'We have sent your request to the team';

/** Letters wait for the mail server's yes, until the function that it gives is called. */
async function holdLetters(): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await mail.behave({ at: { dot: () => released } });
  return async () => {
    release();
    await mail.behave();
  };
}

test('the news comes by itself, and is announced once, by one live region', async ({ page }) => {
  const release = await holdLetters();
  await fillInToCheck(page, site.origin);
  await pressSend(page);

  await expect(heading(page)).toHaveText(SENDING);
  await expectAccessible(page);
  const announced = await listenToLiveRegions(page);
  const phone = page.locator('.ring-instead a').first();
  await phone.focus();
  // It asked at least once, and heard nothing new.
  await page.waitForResponse((response) => response.url() === page.url());
  await release();

  await expect(heading(page)).toHaveText(WITH_TEAM, { timeout: 30_000 });
  await expect(page).toHaveTitle(new RegExp(WITH_TEAM));
  await expect(phone).toBeFocused();
  expect(await announced()).toEqual([
    {
      id: 'progress-status',
      text: expect.stringContaining(`${WITH_TEAM}. We sent it to the mailbox of the`),
    },
  ]);
  // What has the focus is marked instead of underlined.
  await phone.blur();
  await expectAccessible(page);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.waitForTimeout(5000);
  expect(asked).toEqual([]);
});

test('a page out of sight asks for nothing, and an answer that is no page changes nothing', async ({
  page,
}) => {
  const release = await holdLetters();
  await fillInToCheck(page, site.origin);
  await pressSend(page);
  await expect(heading(page)).toHaveText(SENDING);

  await page.route(page.url(), (route) => route.fulfill({ status: 503, body: 'no' }));
  await page.waitForResponse((response) => response.status() === 503);
  await page.unroute(page.url());
  await expect(heading(page)).toHaveText(SENDING);

  await setHidden(page, true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await release();
  await page.waitForTimeout(5000);
  expect(asked).toEqual([]);
  await setHidden(page, false);
  await expect(heading(page)).toHaveText(WITH_TEAM, { timeout: 30_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the news comes by itself', async ({ page }) => {
    const release = await holdLetters();
    await fillInToCheckWithoutScript(page, site.origin);
    await pressSend(page);
    await expect(heading(page)).toHaveText(SENDING);
    const first = await shownReference(page);
    await release();

    await expect(heading(page)).toHaveText(WITH_TEAM, { timeout: 60_000 });
    expect(await shownReference(page)).toBe(first);
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  });
});

for (const locale of locales) {
  test(`the page just after sending fits a narrow phone in ${locale}`, async ({ page }) => {
    const release = await holdLetters();
    const t = createTranslator(locale);
    await page.setViewportSize({ width: 360, height: 740 });
    await fillInToCheck(page, site.origin);
    await pressSend(page);
    await page.waitForURL(/\/refer\/status\//);
    await page.goto(site.origin + localisePath(locale, new URL(page.url()).pathname));

    await expect(heading(page)).toHaveText(t('progress:sending.title'));
    await expectAccessible(page);
    await release();
    await expect(heading(page)).toHaveText(t('progress:handedOver.title'), { timeout: 30_000 });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}

/** What each live region comes to say from now on. */
async function listenToLiveRegions(page: Page) {
  await page.evaluate(() => {
    const said: { id: string; text: string }[] = [];
    Object.assign(globalThis, { said });
    const regions = document.querySelectorAll('[role=status], [role=alert], [aria-live]');
    for (const region of regions) {
      new MutationObserver(() => said.push({ id: region.id, text: region.textContent })).observe(
        region,
        { childList: true, characterData: true, subtree: true },
      );
    }
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { said: { id: string; text: string }[] }).said);
}

/** As when another tab or program is in front. */
async function setHidden(page: Page, isHidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
