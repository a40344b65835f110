/**
 * Mails that mail servers write when a letter of ours cannot be delivered, in the shapes of RFC 3464,
 * Postfix, Exchange Online and Exim, with made-up names.
 */
export interface ReturnedFacts {
  /** Whom it comes back to. */
  to?: string;
  action?: string;
  status?: string;
  envelopeId?: string | undefined;
  messageId?: string | undefined;
  /** More of what came back than its head. */
  body?: string;
}

const WHEN = 'Tue, 24 Nov 2015 09:15:02 +0000';

function postfixStatus({ to, action, status, envelopeId }: ReturnedFacts): string {
  return `Reporting-MTA: dns; mx.team.example
${envelopeId === undefined ? '' : `Original-Envelope-Id: ${envelopeId}\n`}X-Postfix-Queue-ID: 4DZ1
X-Postfix-Sender: rfc822; ${to}
Arrival-Date: ${WHEN}

Final-Recipient: rfc822; north@team.example
Original-Recipient: rfc822;north@team.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; store.team.example
Diagnostic-Code: smtp; 550 ${status} Unknown user
    in virtual mailbox table
`;
}

export function postfixReport({
  to = 'referrals@directory.example',
  action = 'failed',
  status = '5.1.1',
  envelopeId,
  messageId,
  body,
}: ReturnedFacts = {}): string {
  const original = body === undefined ? 'text/rfc822-headers' : 'message/rfc822';
  return `Return-Path: <>
Delivered-To: ${to}
Date: ${WHEN}
From: MAILER-DAEMON@mx.team.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4DZ1.1764/mx.team.example"
Message-Id: <20151124091502.4DZ1@mx.team.example>

This is a MIME-encapsulated message.

--4DZ1.1764/mx.team.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mx.team.example.
I'm sorry to have to inform you that your message could not be delivered.

<north@team.example>: host store.team.example said: 550 ${status} Unknown user

--4DZ1.1764/mx.team.example
Content-Description: Delivery report
Content-Type: message/delivery-status

${postfixStatus({ to, action, status, envelopeId })}
--4DZ1.1764/mx.team.example
Content-Description: Undelivered Message ${body === undefined ? 'Headers' : ''}
Content-Type: ${original}

Return-Path: <${to}>
From: referrals@directory.example
To: north@team.example
Subject: New self-referral SP-TEST-000A
${messageId === undefined ? '' : `Message-ID: ${messageId}\n`}Date: ${WHEN}
${body === undefined ? '' : `\n${body}\n`}
--4DZ1.1764/mx.team.example--
`;
}

/** Words twice, as text and HTML, and the report coded; the head comes back as it is. */
export function exchangeReport({
  to = 'referrals@directory.example',
  action = 'failed',
  status = '5.1.10',
  envelopeId,
  messageId,
}: ReturnedFacts = {}): string {
  const report = Buffer.from(
    `Reporting-MTA: dns;LO2P265MB0001.GBRP265.PROD.OUTLOOK.EXAMPLE\r\n${
      envelopeId === undefined ? '' : `Original-Envelope-Id: ${envelopeId}\r\n`
    }Received-From-MTA: dns;relay.example\r\nArrival-Date: ${WHEN}\r\n\r\nFinal-Recipient: rfc822;north@team.example\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\r\n`,
  ).toString('base64');
  return `MIME-Version: 1.0
From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@team.example>
To: <${to}>
Date: ${WHEN}
Content-Type: multipart/report; report-type=delivery-status;
	boundary="c3bd01ef-7744-4cd2-aaaa-000000000001"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-GB
Message-ID: <c3bd01ef-7744@LO2P265MB0001.GBRP265.PROD.OUTLOOK.EXAMPLE>
Subject: Undeliverable: New self-referral SP-TEST-000A
Auto-Submitted: auto-replied

--c3bd01ef-7744-4cd2-aaaa-000000000001
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="e3a2e9a0-0000-0000-aaaa-000000000002"

--e3a2e9a0-0000-0000-aaaa-000000000002
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Your message to north@team.example couldn't be delivered.

--e3a2e9a0-0000-0000-aaaa-000000000002
Content-Type: text/html; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

<html><body><p>Your message to north@team.example couldn't be delivered.</p></body></html>

--e3a2e9a0-0000-0000-aaaa-000000000002--

--c3bd01ef-7744-4cd2-aaaa-000000000001
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${report}

--c3bd01ef-7744-4cd2-aaaa-000000000001
Content-Type: message/rfc822

Received: from relay.example by LO2P265MB0001.GBRP265.PROD.OUTLOOK.EXAMPLE; ${WHEN}
From: <referrals@directory.example>
To: <north@team.example>
Subject: New self-referral SP-TEST-000A
Thread-Index: AQHc
${messageId === undefined ? '' : `Message-ID:\n ${messageId}\n`}
--c3bd01ef-7744-4cd2-aaaa-000000000001--
`;
}

/** Words alone, a field that only failures have, and a copy of the mail below. */
export function eximNotice({
  to = 'referrals@directory.example',
  messageId,
}: ReturnedFacts = {}): string {
  return `Return-path: <>
Envelope-to: ${to}
X-Failed-Recipients: north@team.example
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.team.example>
To: ${to}
Subject: Mail delivery failed: returning message to sender
Date: ${WHEN}

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  north@team.example
    Unrouteable address

------ This is a copy of the message, including all the headers. ------

Return-path: <${to}>
From: referrals@directory.example
To: north@team.example
Subject: New self-referral SP-TEST-000A
${messageId === undefined ? '' : `Message-ID: ${messageId}\n`}Date: ${WHEN}

(the text)
`;
}

export function outOfOffice({ to = 'referrals@directory.example' }: ReturnedFacts = {}): string {
  return `Return-Path: <>
From: North team <north@team.example>
To: ${to}
Subject: Automatic reply: New self-referral SP-TEST-000A
Auto-Submitted: auto-replied
Content-Type: text/plain

We are closed until Monday.
`;
}
