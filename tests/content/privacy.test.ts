import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import {
  DAYS_AFTER_CONFIRMATION,
  WORKING_DAYS_FOR_FALLBACK,
} from '../../src/referral/follow-up/confirmation.ts';

const words: Record<Locale, (days: number, workingDays: number) => RegExp[]> = {
  en: (days, workingDays) => [
    new RegExp(`destroy our copy ${days} days after the team tells us`),
    new RegExp(`has ${workingDays} working days to sort it out\\. Then we destroy`),
  ],
  bn: (days, workingDays) => [
    new RegExp(`জানানোর ${inBengali(days)} দিন পরে .*নষ্ট করে ফেলি`),
    new RegExp(`${inBengali(workingDays)}টি কাজের দিন পায়। তারপর .*নষ্ট করে ফেলি`),
  ],
  so: (days, workingDays) => [
    new RegExp(`${days} maalmood ka dib marka kooxdu noo sheegto`),
    new RegExp(`${workingDays} maalmood oo shaqo .* burburinnaa`),
  ],
};

describe.each(locales)('the privacy page in %s', (locale) => {
  const page = readFileSync(`content/pages/${locale}/privacy.md`, 'utf8');

  test('says how long answers are kept, as they are', () => {
    for (const said of words[locale](DAYS_AFTER_CONFIRMATION, WORKING_DAYS_FOR_FALLBACK)) {
      expect(page).toMatch(said);
    }
  });
});

function inBengali(number: number): string {
  return new Intl.NumberFormat('bn', { useGrouping: false }).format(number);
}
