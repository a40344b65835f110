import { expect } from '@playwright/test';
import type { AtForm } from './stranger/answer-form.ts';
import { isInSight } from './stranger/stranger.ts';

/** A page that says kindly why, has numbers or links to go on with, and has lost nothing that was typed. */
export async function expectWaysOn(at: AtForm) {
  const { person, screen } = at;
  await expect(screen.heading(`refer:stop.${person.stop}.heading`)).toBeVisible();
  const ways = screen.main.getByRole('link');
  expect((await ways.count()) > 1, 'links and numbers to go on with').toBe(true);
  if (person.stop === 'not-registered') await findNearest(at);
  await goBack(at);
}

async function findNearest({ person, screen, stranger }: AtForm) {
  await stranger.write(screen.box('refer:practice.homePostcode'), person.homePostcode ?? '');
  const before = stranger.page.url();
  await stranger.press(screen.button('refer:practice.find'));
  await expect(screen.main.getByText('Roserton Street Surgery')).toBeVisible();
  expect(stranger.page.url().replace(/#.*/, ''), 'no postcode in an address').toBe(
    before.replace(/#.*/, ''),
  );
  expect(await screen.main.getByRole('link', { name: /^020/ }).count()).toBeGreaterThanOrEqual(3);
}

/** Back at the question that decided; the others stand as they were answered. */
async function goBack({ person, screen, stranger }: AtForm) {
  await stranger.pressOn(screen.button('refer:stop.back'));
  const who = screen.question('refer:who.legend');
  if (!(await isInSight(who))) {
    // One question at a time: this is another one, and the first is a few presses back.
    await expect(screen.button('steps:back')).toBeVisible();
    return;
  }
  const own = person.helper ? 'refer:who.someoneElse' : 'refer:who.self';
  await expect(screen.answer(who, own)).toBeChecked();
  if (person.helper) {
    await expect(screen.box('refer:who.helperName')).toHaveValue(person.helper.name);
  }
}
