/** Covers src/components/refer/fields/TextField.astro: what a phone's keyboard and a browser are told of each box. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { maxLengths } from '../../src/referral/form/form-model.ts';
import { bornOn, yearsBefore } from '../support/days/days.ts';
import { aReferralForm, askedByHelper, readFields } from '../support/referral/a-referral-form.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { mainOf, toText } from '../support/site/built-pages.ts';

let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  site = await aReferralSite();
});
afterAll(() => site.stop());

const boxes = [...Object.keys(maxLengths), 'dobDay', 'dobMonth', 'dobYear', 'practiceSearch'];

function readBoxes(html: string) {
  const found = new Map<string, Record<string, string>>();
  for (const [, tag = ''] of html.matchAll(/<(?:input|textarea)\b((?:"[^"]*"|[^">])*)>/g)) {
    const pairs = [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)];
    const box = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
    expect(pairs.length, tag).toBe(Object.keys(box).length);
    if (box.name && boxes.includes(box.name)) found.set(box.name, box);
  }
  return found;
}

describe('each box of the form', () => {
  test.each([
    ['who asks for themselves', '/refer/'],
    ['a helper', '/refer/?for=someone-else'],
  ])(
    'of %s has one type, no limit, and leaves nothing in the history of a browser without script',
    async (_who, path) => {
      const found = readBoxes(await (await site.get(path)).text());

      expect([...found.keys()].toSorted()).toEqual(boxes.toSorted());
      for (const [name, box] of found) {
        const type = { phone: 'tel', email: 'email' }[name];
        expect(box.type ?? 'textarea', name).toBe(type ?? ('rows' in box ? 'textarea' : 'text'));
        expect(box, name).not.toHaveProperty('maxlength');
        expect(box.autocomplete, name).toBe('rows' in box ? undefined : 'off');
      }
    },
  );

  test('that takes an address is left alone by keyboards, and figures bring the keys for figures', async () => {
    const found = readBoxes(await (await site.get('/refer/')).text());
    const asTyped = { autocorrect: 'off', spellcheck: 'false' };

    expect(found.get('email')).toMatchObject({ type: 'email', ...asTyped });
    for (const name of ['helperContact', 'adultContact']) {
      expect(found.get(name), name).toMatchObject({ autocapitalize: 'none', ...asTyped });
    }
    for (const name of ['dobDay', 'dobMonth', 'dobYear']) {
      expect(found.get(name), name).toMatchObject({ inputmode: 'numeric' });
    }
  });
});

describe('what is typed comes back whole', () => {
  const long = 'আমি একা থাকি '.repeat(400).trim();

  test('however long it is, with by how much it is too long', async () => {
    const answer = await site.post(aReferralForm({ step: 'check', summary: long }), {
      path: '/bn/refer/',
    });
    const html = await answer.text();

    expect(answer.status).toBe(422);
    expect(readFields(html)).toMatchObject({ summary: [long] });
    expect(toText(mainOf(html))).toContain('৫,১৯৯টি অক্ষর');
    expect(toText(mainOf(html))).toContain('৪,১৯৯টি বাদ দিন');
  });

  test('of a helper too, full within every limit, in Bengali', async () => {
    const full = Object.entries(maxLengths).filter(
      ([field]) => !/email|phone|ontact|ostcode/.test(field),
    );
    const form = aReferralForm({
      ...askedByHelper,
      step: 'check',
      ...Object.fromEntries(full.map(([field, most]) => [field, 'ক'.repeat(most)])),
    });

    expect(form.toString().length).toBeGreaterThan(16_573);
    expect((await site.post(form)).status).toBe(200);
  });
});

test('an age over 110 is asked about, in sight, and taken once it is said to be right', async () => {
  const post = async (changes: Record<string, string>) =>
    site.post(aReferralForm({ step: 'check', ...bornOn(yearsBefore(today(), 112)), ...changes }));
  const asked = await post({});
  const html = await asked.text();
  const isHidden = (text: string) => /<fieldset[^>]*data-field="ageSure"[^>]*\shidden/.test(text);

  expect(asked.status).toBe(422);
  expect(toText(mainOf(html))).toContain('makes the age 112');
  expect(isHidden(html)).toBe(false);
  expect(isHidden(await (await site.get('/refer/')).text())).toBe(true);
  expect((await post({ ageSure: 'yes' })).status).toBe(200);
});
