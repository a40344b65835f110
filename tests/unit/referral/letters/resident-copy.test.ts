import { describe, expect, test } from 'vitest';
import { locales } from '../../../../src/i18n/locale.ts';
import { renderResidentCopy } from '../../../../src/referral/letters/resident-copy.ts';
import { aRouting } from '../../../support/referral/a-routing.ts';

const facts = {
  reference: 'SP-7K3M-9QXT',
  statusUrl: 'https://directory.example/refer/status/AbCdEfGhIjKlMnOpQrStUv/',
  team: aRouting().teamOf('F84001'),
  phone: '020 7946 0100',
};

describe("the copy to the resident's own mailbox", () => {
  test('holds the reference and what happens next, nothing else', () => {
    expect(renderResidentCopy({ ...facts, locale: 'en' })).toEqual({
      subject: 'Your reference: SP-7K3M-9QXT',
      text: `We have your request. Your reference is SP-7K3M-9QXT.

Next, it goes to Team North. They will contact you in the way that you
chose.

You can see here how far it has got:
https://directory.example/refer/status/AbCdEfGhIjKlMnOpQrStUv/

If you hear nothing for a week, or have a question, ring 020 7946 0100 and
give your reference.

Please do not reply to this e-mail: the team does not see replies.

If you did not ask for this, somebody may have typed your address by
mistake. You do not need to do anything.
`,
    });
  });

  test.each(locales)('in %s gives the reference, the team, the address and the phone', (locale) => {
    const { subject, text } = renderResidentCopy({ ...facts, locale });

    expect(subject).toContain(facts.reference);
    for (const fact of [facts.reference, facts.team.name[locale], facts.phone]) {
      expect(text).toContain(fact);
    }
    expect(text.split('\n')).toContain(facts.statusUrl);
  });

  test('names no phone where there is none', () => {
    expect(renderResidentCopy({ ...facts, locale: 'en', phone: undefined }).text).not.toMatch(
      /ring|undefined/,
    );
  });
});
