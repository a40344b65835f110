/** Scripts that do not come, or that a browser cannot run: the form is then whole, never half of one. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { fillInReferral, heading } from '../../support/browser/journey.ts';
import { test } from '../../support/browser/journey-test.ts';
import { anAnswer, answerSteps, next, openForm } from '../../support/browser/refer-journey.ts';
import { fillInToCheck, pressSend } from '../../support/browser/sent-journey.ts';

test('with any one of its scripts missing the form is whole or in steps, and asks what is missing', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const scripts = await findScripts(page, '/refer/');
  expect(scripts.length).toBeGreaterThan(5);
  for (const script of scripts) {
    const other = await context.newPage();
    await other.route(script, (route) => route.abort());
    await other.goto('/refer/');
    await test.step(script, () => expectWholeOrInSteps(other));
    await other.close();
  }
});

test.describe('in a browser that lacks something', () => {
  const lacks: Record<string, () => void> = {
    'the button of a submit event': () => Reflect.deleteProperty(window, 'SubmitEvent'),
    'replaceChildren()': () => Reflect.deleteProperty(Element.prototype, 'replaceChildren'),
    'flatMap()': () => Reflect.deleteProperty(Array.prototype, 'flatMap'),
    'plural rules': () => Reflect.deleteProperty(Intl, 'PluralRules'),
    'aborting of requests': () => Reflect.deleteProperty(window, 'AbortController'),
    'walking through texts': () => Reflect.deleteProperty(Document.prototype, 'createTreeWalker'),
    FormData: () => Reflect.deleteProperty(window, 'FormData'),
    'a history to write to': () => {
      history.replaceState = () => {
        throw new DOMException('No.', 'SecurityError');
      };
    },
    'a way to scroll': () => Reflect.deleteProperty(Element.prototype, 'scrollIntoView'),
  };

  for (const [what, takeAway] of Object.entries(lacks)) {
    test(`${what}: the form is whole or in steps, and asks what is missing`, async ({
      page,
      context,
    }) => {
      await context.addInitScript(takeAway);
      await page.goto('/refer/');
      await expectWholeOrInSteps(page);
    });
  }

  test('the whole form comes back with all that was typed where a step cannot be opened', async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      const { pushState } = history;
      let calls = 0;
      // As in Safari, after a hundred.
      history.pushState = (...given) => {
        calls += 1;
        if (calls > 3) throw new DOMException('Too many.', 'SecurityError');
        pushState.apply(history, given);
      };
    });
    await openForm(page);
    await answerSteps(page, anAnswer.slice(0, 3));
    await page.locator('#phone').fill('020 7946 0123');
    await page.locator('[name=contactBy][value=call]').check();
    await next(page).click();

    await expect(page.locator('.step:visible')).toHaveCount(6);
    await expect(page.locator('#summary')).toHaveValue('I would like to meet people.');
    await expect(page.locator('#phone')).toHaveValue('020 7946 0123');
    await expect(next(page)).toHaveText('Check your answers');
    await next(page).click();
    await expect(page).toHaveTitle(/^Error: /);
  });
});

test('a form whose scripts do not come is sent, and Back passes over its pages', async ({
  page,
  context,
}) => {
  await blockScripts(page, context);
  await fillInReferral(page);
  await page.locator('#refer-check').click();
  await expect(heading(page)).toHaveText('Check your answers');
  await pressSend(page);
  await expect(page).toHaveURL(/\/refer\/status\/[\w-]{22}\/$/);

  await page.goBack();
  await expect(page).not.toHaveURL(/chrome-error/);
  await expect(heading(page)).toHaveText('Check your answers');
});

test('Back brings an empty form, also where the script of the status page does not come', async ({
  page,
  context,
}) => {
  await fillInToCheck(page);
  await context.route(/\/_astro\/.*_token_.*\.js$/, (route) => route.abort());
  await pressSend(page);
  await expect(page).toHaveURL(/\/refer\/status\//);

  await page.goBack();
  await expect(page.locator('.refer-form.in-steps')).toBeVisible();
  await expect(page.locator('#fullName')).toHaveValue('');
});

test('with any one script missing results and lists are reached by their links and buttons', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  for (const script of await findScripts(page, '/search/?q=food')) {
    const other = await context.newPage();
    await other.route(script, (route) => route.abort());
    await other.goto('/search/?q=food');
    await other.locator('#q').fill('debt');
    await other.locator('#q').press('Enter');
    await test.step(script, () => expect(heading(other)).toContainText('debt'));
    await other.locator('a[data-shortlist]').first().click();
    await test.step(`${script}, list`, () =>
      expect(other.locator('a[data-shortlist].is-on, #shortlist > li').first()).toBeVisible());
    await other.close();
  }
});

async function findScripts(page: Page, path: string): Promise<string[]> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(response.url());
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return [...scripts];
}

// Not by a route: the browser would then keep no page for Back.
async function blockScripts(page: Page, context: BrowserContext) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*/_astro/*.js'] });
}

async function expectWholeOrInSteps(page: Page) {
  await page.waitForLoadState('load');
  const isInSteps = await page.locator('.refer-form.in-steps').count();
  await expect(page.locator('.step:visible')).toHaveCount(isInSteps ? 1 : 6);
  await expect(next(page)).toHaveText(isInSteps ? 'Continue' : 'Check your answers');
  await expect(page.locator('.step-caption')).toHaveCount(isInSteps ? 6 : 0);
  await next(page).click();
  await expect(page.locator('#error-summary')).toBeVisible();
}
