import { describe, expect, test } from 'vitest';
import { findExampleMailboxes } from '../../../../src/referral/routing/example-mailboxes.ts';
import { aRouting, teamFields } from '../../../support/referral/a-routing.ts';

describe('example mailboxes', () => {
  test.each([
    ['example.org', true],
    ['mail.example.com', true],
    ['prescribers.example', true],
    ['nhs.test', true],
    ['nhs.invalid', true],
    ['nhs.net', false],
    ['myexample.org', false],
    ['example.org.uk', false],
  ])('at %s: %s', (domain, found) => {
    const mailbox = `x@${domain}`;
    const routing = aRouting({
      allowedDomains: ['nhs.net', domain],
      teams: Object.fromEntries(
        ['north', 'south', 'borough'].map((id) => [
          id,
          teamFields(id, { mailbox: `${id}@nhs.net` }),
        ]),
      ),
      operatorMailbox: mailbox,
    });

    expect(findExampleMailboxes(routing)).toEqual(
      found ? [`operatorMailbox: '${mailbox}' is an example, not a real mailbox.`] : [],
    );
  });

  test('are found as the sender of letters', () => {
    const places = findExampleMailboxes(aRouting(), 'referrals@directory.example');

    expect(places).toContain(
      "MAIL_FROM: 'referrals@directory.example' is an example, not a real mailbox.",
    );
    expect(findExampleMailboxes(aRouting(), 'referrals@nhs.net').join()).not.toContain('MAIL_FROM');
  });

  test('are found in every team', () => {
    expect(findExampleMailboxes(aRouting())).toHaveLength(3);
  });
});
