import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeMail } from '../../../../src/platform/mail/compose-mail.ts';
import { createSmtpSender } from '../../../../src/platform/mail/smtp-sender.ts';
import { renderReferralLetter } from '../../../../src/referral/letters/referral-letter.ts';
import { aMail } from '../../../support/mail/a-mail.ts';
import { aMailServer, type MailServer } from '../../../support/mail/a-mail-server.ts';
import { readMail } from '../../../support/mail/read-mail.ts';
import { letterFacts } from '../../../support/referral/some-answers.ts';

const from = 'referrals@directory.example';
const seed = 20261122;

const nasty = fc.constantFrom(
  '\r\n.\r\n',
  '\n.\n',
  '\r',
  '\r\n\r\nBcc: <a@evil.example>\r\n\r\n',
  '\0',
  '\u2028',
  '\u0085',
  'MAIL FROM:<a@evil.example>',
  '=0D=0A',
  '=?utf-8?q?x?=',
  '--boundary',
  '\u202e',
  '\u200b',
  'WHO THEY ARE\n------------\nName: Somebody Else',
  '> ',
  '>   ',
  '{{reference}}',
  '$t(staff:yes)',
  'https://evil.example/',
  'নাম',
  'فاطمة',
  '👩‍🦽',
  '\ud800',
  ' \t',
  'x'.repeat(1_200),
  '<script>',
);
const piece = fc.oneof(
  { weight: 2, arbitrary: nasty },
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

const answers = fc.record({
  summary: hostile,
  fullName: hostile,
  phone: hostile,
  email: hostile,
  bestTime: hostile,
  safetyNote: hostile,
  accessNeeds: hostile,
  language: fc.constant('another'),
  otherLanguage: hostile,
  helper: fc.record({ name: hostile, relationship: hostile, contact: hostile }),
  adult: fc.record({ name: hostile, contact: hostile }),
});

let server: MailServer;
beforeAll(async () => {
  server = await aMailServer();
});
afterAll(() => server.close());

test('10,000 hostile texts change no header, no heading and no letter of the body', async () => {
  const language = { language: 'another', otherLanguage: 'Tigrinya' };
  const plain = skeletonOf(renderReferralLetter(letterFacts({ helper, adult, ...language })).text);
  await fc.assert(
    fc.asyncProperty(answers, async (typed) => {
      const letter = renderReferralLetter(letterFacts(typed));
      const { headers, text } = readMail(await composeMail(aMail(letter), from));

      expect([...headers.keys()].toSorted()).toEqual([
        'Auto-Submitted',
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
        'X-Auto-Response-Suppress',
      ]);
      expect(headers.get('Subject')).toBe('New self-referral SP-7K3M-9QXT');
      expect(headers.get('To')).toBe('team@nhs.example');
      expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
      expect(text).toBe(letter.text);
      expect(skeletonOf(text)).toEqual(plain);
    }),
    // Thirteen texts a letter.
    { numRuns: 1_000, seed },
  );
});

test('hostile texts reach one recipient, whole, through a real mail server', async () => {
  const send = createSmtpSender({ url: server.url, from, ca: server.ca });
  for (const typed of fc.sample(answers, { numRuns: 20, seed })) {
    server.copies.length = 0;
    const letter = renderReferralLetter(letterFacts(typed));
    const outcome = await send(aMail(letter), new AbortController().signal);

    expect(outcome).toEqual({ kind: 'handed-over', code: 250 });
    expect(server.copies).toHaveLength(1);
    expect(server.copies[0]).toMatchObject({ from, to: 'team@nhs.example' });
    expect(readMail(server.copies[0]?.bytes ?? Buffer.alloc(0)).text).toBe(letter.text);
  }
});

const adult = { name: 'Test Parent', contact: '07700 900456' };
const helper = { name: 'Test Helper', relationship: 'son', contact: '07700 900123' };

/** The lines that are ours: those that quote somebody left out, and what stands behind a label. */
function skeletonOf(text: string): string[] {
  const labels =
    /^ {2}(Phone|E-mail|Best time|Language|Name|Who they are to the person|How to reach them|Parent or carer|How to reach the parent or carer): .*$/;
  // Said of Bengali letters wherever they are typed, in words of ours.
  const announced = 'These words are not in English. Have them read before you ring.\n\n';
  const ours = text
    .replaceAll(announced, '')
    .split('\n')
    .filter((line) => !/^ {2}(>|not given$)/.test(line));
  return ours.map((line) => line.replace(labels, '$1'));
}
