/** Covers src/referral/letters/reference.ts. */
import { expect, test } from 'vitest';
import {
  redirectLetterText,
  toConfirmationUrl,
} from '../../../../src/referral/letters/confirmation-link.ts';
import { renderReferralLetter } from '../../../../src/referral/letters/referral-letter.ts';
import { letterFacts } from '../../../support/referral/some-answers.ts';

const siteUrl = new URL('https://directory.example');
const acknowledgeUrl = toConfirmationUrl(siteUrl, 'old-token');
const url = toConfirmationUrl(siteUrl, 'new-token');
const isInForce = (token: string) => token === 'old-token';
const written = (summary = 'lonely') =>
  renderReferralLetter({ ...letterFacts({ summary }), acknowledgeUrl }).text;

test('a letter that is passed on has another link and the same words of the person', () => {
  const text = redirectLetterText(written('I am lonely, see 1 $& 2'), { isInForce, url }) ?? '';

  expect(text).toContain(`\n${url}\n`);
  expect(text).not.toContain('old-token');
  expect(text).toContain('> I am lonely, see 1 $& 2');
});

test('it says that it comes on purpose, and no more that it may be for another practice', () => {
  const once = redirectLetterText(written(), { isInForce, url }) ?? '';
  const twice = redirectLetterText(once, {
    isInForce: (token) => token === 'new-token',
    url: acknowledgeUrl,
  });

  for (const text of [once, twice]) {
    expect(text?.match(/WHY THIS LETTER COMES TO YOU/g)).toHaveLength(1);
    expect(text).not.toContain('IF THIS IS NOT YOUR PRACTICE');
  }
});

test('a letter of other words than ours says it beside its link', () => {
  const text = redirectLetterText(`Words of before\n\n${acknowledgeUrl}\n\nThe end\n`, {
    isInForce,
    url,
  });

  expect(text).toMatch(/new-token\/\n\nWHY THIS LETTER COMES TO YOU\n-+\n\n[\s\S]*\n\nThe end\n$/);
});

test('a link that a person typed is theirs, and is left as it is', () => {
  const pasted = 'https://directory.example/refer/received/pasted/';
  const text = redirectLetterText(written(pasted), { isInForce, url });

  expect(text).toContain(`> ${pasted}`);
  expect(text).toContain(`\n${url}\n`);
});

test('a letter without the link in force is not passed on', () => {
  expect(redirectLetterText('No link at all\n', { isInForce, url })).toBeUndefined();
  expect(redirectLetterText(written(), { isInForce: () => false, url })).toBeUndefined();
});
