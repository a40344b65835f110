import { expect, type Page } from '@playwright/test';
import { type Locale, localisePath } from '../../../src/i18n/locale.ts';
import type { Person } from '../people.ts';
import { type AtForm, comeToForm } from './answer-form.ts';
import { goThroughForm, isStopped, send } from './ask.ts';
import { createStranger } from './stranger.ts';
import { readWords } from './words.ts';

/**
 * From the link that somebody followed to the end that is theirs: the page with their reference, or the page
 * of other ways on. `onScreen`: whenever another page or step is shown.
 */
export async function walk(
  page: Page,
  person: Person,
  about: { locale: Locale; isTouch: boolean; onScreen?: (() => Promise<void>) | undefined },
): Promise<{ at: AtForm; reference: string | undefined }> {
  const { locale, isTouch, onScreen } = about;
  await page.goto(`${localisePath(locale, '/refer/')}${person.query ?? ''}`);
  await onScreen?.();
  const stranger = createStranger(page, { isTouch, onScreen });
  const at = comeToForm(person, stranger, readWords(locale));
  await goThroughForm(at);
  expect(await isStopped(at), 'another way on').toBe(person.stop !== undefined);
  if (person.stop) return { at, reference: undefined };
  await expect(at.screen.main, 'the answers to read over').toContainText(person.fullName);
  return { at, reference: await send(at) };
}
