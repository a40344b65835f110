import { expect, type Locator } from '@playwright/test';
import { type AtForm, corrections, steps } from './answer-form.ts';
import { isInSight } from './stranger.ts';

/**
 * Goes through the form: to the page on which answers are read over, or to the page of other ways on. One
 * step at a time, or all on one page, as it is shown.
 */
export async function goThroughForm(at: AtForm) {
  const { screen, stranger } = at;
  for (const step of steps) {
    await step(at);
    const goOn = screen.button('steps:next');
    if (!(await isInSight(goOn))) continue;
    await pressUntilOn(at, goOn);
    await correct(at);
    if (await isStopped(at)) return;
  }
  await stranger.pressOn(screen.button('refer:check'));
  await correct(at);
}

/** Urgent help that appears below a box moves the button away under the finger: it is pressed again. */
async function pressUntilOn({ screen, stranger }: AtForm, goOn: Locator) {
  const question = () => screen.main.locator('legend:visible').first().innerText();
  const before = await question();
  await stranger.pressOn(goOn);
  const isSame =
    (await isInSight(goOn)) &&
    !(await isInSight(screen.main.getByRole('alert'))) &&
    (await question()) === before;
  if (isSame) await stranger.pressOn(goOn);
}

/** Each mistake that is listed: its link, then the answer; and on. */
async function correct(at: AtForm) {
  const { screen, stranger, words } = at;
  const list = screen.main.getByRole('alert');
  if (!(await isInSight(list))) return;
  const texts = await list.getByRole('link').allTextContents();
  expect(texts.length, 'mistakes that are listed').toBeGreaterThan(0);
  for (const text of texts) {
    await stranger.press(list.getByRole('link', { name: text, exact: true }));
    const key = words.keysOf(text.trim()).find((each) => each in corrections);
    if (!key) throw new Error(`Somebody was told “${text}”, and had answered that.`);
    await corrections[key]?.(at);
  }
  const goOn = screen.button('steps:next');
  await stranger.pressOn((await isInSight(goOn)) ? goOn : screen.button('refer:check'));
  await expect(list, 'all mistakes are corrected').toBeHidden();
}

export function isStopped({ screen }: AtForm): Promise<boolean> {
  return isInSight(screen.button('refer:stop.back'));
}

/** From the answers that were read over to the page that says what became of them. */
export async function send({ screen, stranger }: AtForm): Promise<string> {
  await stranger.pressOn(screen.button('refer:checkPage.send'));
  const titles = ['sending', 'saved', 'handedOver'].map((state) => `progress:${state}.title`);
  await expect(screen.heading(...titles)).toBeVisible();
  const reference = /SP-\w{4}-\w{4}/.exec(await screen.main.innerText())?.[0];
  expect(reference, 'a reference that can be read').toBeDefined();
  return reference ?? '';
}
