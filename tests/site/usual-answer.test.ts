import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales, localisePath } from '../../src/i18n/locale.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { aReferralForm } from '../support/referral/a-referral-form.ts';
import { aLetterRow, aReferralRow, aStore } from '../support/referral/a-store.ts';
import { aReferralSite } from '../support/site/a-referral-site.ts';
import { mainOf, toText } from '../support/site/built-pages.ts';

const DAY_MS = 24 * 3_600_000;
const acceptedAt = Date.now() - 20 * DAY_MS;
const spokenAt = acceptedAt + DAY_MS;

const dataDir = mkdtempSync(join(tmpdir(), 'usual-'));
let site: Awaited<ReturnType<typeof aReferralSite>>;
beforeAll(async () => {
  const { store, database } = await aStore({ dataDir });
  for (let name = 0; name < 10; name += 1) {
    const taken = { state: 'handed-over', handedOverAt: acceptedAt } as const;
    await store.insertReferral(aReferralRow(name, { acceptedAt }), [
      aLetterRow(name, { ...taken, sentToTeam: 'network-2', payload: null, shreddedAt: spokenAt }),
    ]);
    const said = { kind: 'spoken', saidAt: spokenAt, sameSince: spokenAt } as const;
    await store.addOutcome({ acknowledgementHash: `hash-${name}`, ...said });
  }
  await database.close();
  site = await aReferralSite({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test.each(locales)(
  'how soon the team usually answers stands before sending and after, in %s',
  async (locale) => {
    const words = createTranslator(locale)('progress:usual.spoken', { count: 1 });
    const at = (path: string) => localisePath(locale, path);
    const form = aReferralForm({ formToken: site.token(), step: 'check' });
    const answer = await site.post(form, { path: at('/refer/') });
    expect(answer.status).toBe(200);
    expect(toText(mainOf(await answer.text()))).toContain(words);

    form.set('step', 'send');
    const sent = await site.post(form, { path: at('/refer/') });
    const page = await site.get(sent.headers.get('location') ?? '');
    expect(toText(mainOf(await page.text()))).toContain(words);
  },
);

test('nothing is said of a team of which too little is known', async () => {
  const form = aReferralForm({ formToken: site.token(), step: 'check', practice: 'not-sure' });
  const html = await (await site.post(form)).text();

  expect(html).toContain('id="check-answers"');
  expect(html).not.toContain('id="usual-answer"');
});
