/** Covers src/referral/returns/delivery-status.ts. */
import { describe, expect, test } from 'vitest';
import { randomness } from '../../../../src/platform/secrets/randomness.ts';
import { drawEnvelopeId } from '../../../../src/referral/letters/envelope-id.ts';
import { parseDeliveryStatus } from '../../../../src/referral/returns/delivery-status.ts';
import { parseReturn } from '../../../../src/referral/returns/parse-return.ts';
import {
  exchangeReport,
  eximNotice,
  outOfOffice,
  postfixReport,
} from '../../../support/mail/returned-mail.ts';

const envelopeId = drawEnvelopeId(randomness);
const messageId = '<letter-a@directory.example>';

const parse = (mail: string) => parseReturn(Buffer.from(mail.replaceAll('\n', '\r\n')));

describe('a mail that says that a letter failed for good', () => {
  test('is read from Postfix', async () => {
    expect(await parse(postfixReport({ envelopeId, messageId }))).toEqual({
      status: '5.1.1',
      envelopeId,
      messageId,
    });
  });

  test('is read from Exchange, with its report coded and its head folded', async () => {
    expect(await parse(exchangeReport({ envelopeId, messageId }))).toEqual({
      status: '5.1.10',
      envelopeId,
      messageId,
    });
  });

  test('is read from an Exim that writes words, by the copy below them', async () => {
    expect(await parse(eximNotice({ messageId }))).toEqual({
      status: undefined,
      envelopeId: undefined,
      messageId,
    });
  });

  test.each([postfixReport, exchangeReport, eximNotice])(
    'names the try by the address it came to, should nothing else do so (%#)',
    async (write) => {
      const to = `returns+${envelopeId.toUpperCase()}@directory.example`;
      expect(await parse(write({ to }))).toMatchObject({ envelopeId, messageId: undefined });
    },
  );

  test('holds nothing of the letter, also where that came back whole', async () => {
    const returned = await parse(postfixReport({ messageId, body: 'Date of birth: 1 May 1950' }));
    expect(returned).toEqual({ status: '5.1.1', envelopeId: undefined, messageId });
  });

  test('has no name of a try that is not ours', async () => {
    expect(await parse(postfixReport({ envelopeId: 'QQ314159' }))).toMatchObject({
      envelopeId: undefined,
    });
  });
});

describe('nothing failed for good by', () => {
  test.each([
    ['a delay', postfixReport({ action: 'delayed', status: '4.4.1', envelopeId, messageId })],
    ['a word of success', postfixReport({ action: 'delivered', status: '2.0.0', envelopeId })],
    [
      'a relay that tells no more',
      postfixReport({ action: 'relayed', status: '2.0.0', envelopeId }),
    ],
    ['a list that was gone through', postfixReport({ action: 'expanded', status: '2.0.0' })],
    ['an out-of-office note', outOfOffice({ to: `returns+${envelopeId}@directory.example` })],
    [
      'an out-of-office note with our letter in it',
      outOfOffice({ to: `returns+${envelopeId}@directory.example` })
        .replace('text/plain', 'multipart/mixed; boundary=b')
        .replace(
          'We are closed until Monday.',
          `--b\n\nWe are closed until Monday.\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ${messageId}\nSubject: A letter\n\nWords\n--b--`,
        ),
    ],
    [
      "a person's answer that quotes a report",
      `Subject: Re: Undelivered\n\n> Action: failed\n> Status: 5.1.1\n> Original-Envelope-Id: ${envelopeId}\n> Message-ID: ${messageId}\n`,
    ],
    ['an empty mail', ''],
    ['noise', '\0\xff\r\r\n: :\n\n--\n--x\nContent-Type: multipart/report'],
    ['a report without an end', postfixReport({ envelopeId }).slice(0, 700)],
  ])('%s is no report', async (_what, mail) => {
    expect(await parse(mail)).toBeUndefined();
  });
});

test('a report that is cut off after its codes is still one', async () => {
  const report = postfixReport({ envelopeId, messageId });
  const cut = report.slice(0, report.indexOf('Remote-MTA'));
  expect(await parse(cut)).toEqual({ status: '5.1.1', envelopeId, messageId: undefined });
});

describe('of the codes of a report', () => {
  const about = (fields: string) => `Reporting-MTA: dns; mx.example\r\n\r\n${fields}`;

  test('the fields may be folded, written small and followed by words', () => {
    const text = about(
      'final-recipient: rfc822; a@b.example\r\naction: Failed\r\n (gone)\r\nSTATUS: 5.2.2 (full)\r\n',
    );
    expect(parseDeliveryStatus(text)).toEqual({
      envelopeId: undefined,
      recipients: [{ action: 'failed', status: '5.2.2' }],
    });
  });

  test('each recipient has its own', () => {
    const text = about('Action: relayed\r\nStatus: 2.1.5\r\n\r\nAction: failed\r\nStatus: 5.1.1');
    expect(parseDeliveryStatus(text).recipients.map(({ action }) => action)).toEqual([
      'relayed',
      'failed',
    ]);
  });

  test.each(['north@team.example', '5.1', '9.9.9', '5.1.11111', ''])(
    'a status of %j is none',
    (status) => {
      const text = about(`Action: failed\nStatus: ${status}`);
      expect(parseDeliveryStatus(text).recipients).toEqual([
        { action: 'failed', status: undefined },
      ]);
    },
  );
});
