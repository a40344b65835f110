import { expect, type Locator } from '@playwright/test';
import type { AtForm } from './answer-form.ts';
import { escapeForPattern } from './words.ts';

/** The question for the practice: by what somebody knows of it, or that they do not. */
export async function choosePractice(at: AtForm) {
  const { practice } = at.person;
  const { screen, stranger } = at;
  const asked = screen.question('refer:practice.choose');
  if (practice === 'notSure' || practice === 'notRegistered') {
    await stranger.press(screen.answer(asked, `refer:practice.${practice}`));
    return;
  }
  if ('shown' in practice) {
    await expect(named(at, asked, practice.shown), 'the practice of the poster').toBeChecked();
    return;
  }
  const box = screen.box('refer:practice.search');
  const answer = named(at, asked, practice.is);
  const hasCome = () => isBelow(at, practice.types, box, answer);
  await stranger.write(box, practice.types);
  const comesByItself = await expect
    .poll(hasCome, { timeout: 6000 })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
  if (!comesByItself) await stranger.pressOn(screen.button('refer:practice.find'), hasCome);
  await stranger.press(answer);
}

/** A practice that is far below the box is not seen to have come. */
async function isBelow({ words }: AtForm, typed: string, box: Locator, answer: Locator) {
  if (!(await answer.isVisible())) return false;
  const [from, to] = [await box.boundingBox(), await answer.boundingBox()];
  const isNear = from !== null && to !== null && to.y - from.y < NEAR_BELOW;
  // After a postcode the nearest come first, and nobody presses before they have.
  if (!isNear || !/^e\d/i.test(typed)) return isNear;
  const distance = words.holding('listing:milesAway', 'listing:veryNear');
  return distance.test(await answer.ariaSnapshot());
}

const NEAR_BELOW = 900;

function named({ screen }: AtForm, asked: Locator, practice: string): Locator {
  return screen.answerNamed(asked, new RegExp(`^\\s*${escapeForPattern(practice)}`, 'u'));
}
