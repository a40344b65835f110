import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { findAxeViolations, sidewaysScroll } from '../../support/browser/axe.ts';
import { heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { seedReferrals } from '../../support/referral/seeded-referrals.ts';
import { startBuiltSite } from '../../support/site/built-site.ts';

// A server of its own, on a store with one referral in each state.
const dataDir = mkdtempSync(join(tmpdir(), 'team-'));
let site: Awaited<ReturnType<typeof startBuiltSite>>;
let seeded: Awaited<ReturnType<typeof seedReferrals>>;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  seeded = await seedReferrals(dataDir, Date.now());
  site = await startBuiltSite({ DATA_DIR: dataDir, SMTP_URL: '', ROUTING_FILE: '' });
});
test.afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const statusPage = (state: keyof typeof seeded) => site.origin + seeded[state].statusPath;
const teamPage = (state: keyof typeof seeded) => site.origin + seeded[state].receivedPath;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a team says that it has a referral, and the resident reads so', async ({ page }) => {
    await page.goto(teamPage('handed-over'));
    await read(page);
    await page.getByLabel('Yes, we have it').check();
    await page.getByRole('button', { name: 'Save this answer' }).click();

    await expect(heading(page)).toHaveText(
      `You have self-referral ${seeded['handed-over'].reference}`,
    );
    await expect(page.locator('main')).toContainText(
      /You told us on .* \d{4}, .*(am|pm|midday|midnight) that you have it/,
    );
    await expect(page.getByRole('button', { name: 'Save this answer' })).toHaveCount(0);

    await page.goto(statusPage('handed-over'));
    await expect(heading(page)).toHaveText('The team has your request');
  });

  test('a team that has it says what became of it, puts it right, and each is read by the resident', async ({
    page,
  }) => {
    await page.goto(teamPage('received'));
    await read(page);
    await page.getByRole('button', { name: 'Tell the person' }).click();
    await expect(page.locator('#outcome-error')).toContainText('Choose an answer');
    await page.getByLabel('We tried, and could not reach them').check();
    await page.getByRole('button', { name: 'Tell the person' }).click();
    await expect(page.locator('#said')).toContainText('“We tried, and could not reach them”');
    await page.goto(statusPage('received'));
    await expect(heading(page)).toHaveText('The team could not reach you yet');

    await page.goto(teamPage('received'));
    await read(page);
    await page.getByLabel('We have spoken with them').check();
    await page.getByRole('button', { name: 'Tell the person' }).click();
    await page.goto(statusPage('received'));
    await expect(heading(page)).toHaveText('The team says it has spoken with you');
  });

  test('the link of a team whose referral was passed on says so, and confirms nothing', async ({
    page,
  }) => {
    await page.goto(teamPage('moved'));

    await expect(heading(page)).toHaveText(`Self-referral ${seeded.moved.reference} has moved`);
    await expect(page.locator('main')).toContainText(/passed on to .*Network 1.* do not contact/);
    await expect(page.getByRole('button')).toHaveCount(0);

    // A page that was open since before has its form still.
    const { headers } = aForm();
    const pressed = await site.get(seeded.moved.receivedPath, {
      method: 'POST',
      headers,
      body: 'have=yes',
    });
    expect(await pressed.text()).toContain('has moved');
    await page.goto(statusPage('moved'));
    await expect(heading(page)).toHaveText('We have sent your request to the team');
  });

  test('a mail scanner that opens the team’s link says nothing for them', async ({ page }) => {
    await page.goto(teamPage('saved'));
    await page.goto(statusPage('saved'));

    await expect(heading(page)).toHaveText('We have your request');
  });

  test('a program that presses what it finds says nothing either, and a hasty person presses once more', async ({
    page,
  }) => {
    await page.goto(teamPage('saved'));
    await page.getByRole('button', { name: 'Save this answer' }).click();
    await expect(page.locator('#confirm-error')).toContainText('Choose an answer first');
    await page.goto(teamPage('saved'));
    const first = page.getByRole('radio').first();
    await first.check();
    await page.getByRole('button', { name: 'Save this answer' }).click();
    await expect(page.locator('main')).toContainText(
      'Nothing is noted, and the person is not told',
    );
    await page.goto(teamPage('saved'));
    await page.getByLabel('Yes, we have it').check();
    await page.getByRole('button', { name: 'Save this answer' }).click();
    await expect(page.locator('#confirm-error')).toContainText('press the button once more');
    const residents = await page.context().newPage();
    await residents.goto(statusPage('saved'));
    await expect(heading(residents)).toHaveText('We have your request');

    await read(page);
    await expect(page.getByLabel('Yes, we have it')).toBeChecked();
    await page.getByRole('button', { name: 'Save this answer' }).click();
    await expect(heading(page)).toHaveText(`You have self-referral ${seeded.saved.reference}`);
  });

  test('a team takes back that it has a referral, and is asked again', async ({ page }) => {
    await page.goto(teamPage('passed-on'));
    await page.getByText('You do not have it after all?').click();
    await read(page);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.locator('#take-back-error')).toContainText('Choose an answer first');
    await page.getByLabel('We do not have this referral').check();
    await page.getByRole('button', { name: 'Take it back' }).click();

    await expect(heading(page)).toHaveText(
      `Do you have self-referral ${seeded['passed-on'].reference}?`,
    );
    await page.goto(statusPage('passed-on'));
    await expect(heading(page)).toHaveText('We have sent your request to the team');
  });
});

/** As long as it takes a person. */
const read = (page: Page) => page.waitForTimeout(3_100);

const aForm = () => ({
  headers: { origin: site.origin ?? '', 'content-type': 'application/x-www-form-urlencoded' },
});

for (const state of ['saved', 'passed-on', 'moved'] as const) {
  test(`the team’s page of a referral that is ${state} is accessible and narrow`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(teamPage(state));
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);

    await page.emulateMedia({ forcedColors: 'active' });
    expect(await findAxeViolations(page, 'visual')).toEqual([]);
  });
}

test('another site cannot say for a team that it has a referral, or what became of it', async () => {
  for (const body of ['have=yes', 'say=outcome&outcome=spoken']) {
    const answer = await site.get(seeded.delayed.receivedPath, {
      method: 'POST',
      headers: {
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    });

    expect(answer.status).toBe(403);
  }
  const page = await (await site.get(seeded.delayed.receivedPath)).text();
  expect(page).toContain('Do you have self-referral');
});
