/** The head and the decoded text of a letter's bytes; by RFC 2045, apart from the library that encodes. */
export function readMail(bytes: Buffer): { headers: Map<string, string>; text: string } {
  const raw = bytes.toString('latin1');
  const end = raw.indexOf('\r\n\r\n');
  const unfolded = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const headers = unfolded.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  if (new Set(headers.map(([name]) => name)).size < headers.length) {
    throw new Error('A header stands twice in the head of a letter');
  }
  return { headers: new Map(headers), text: decodeQuotedPrintable(raw.slice(end + 4)) };
}

function decodeQuotedPrintable(body: string): string {
  const joined = body.replace(/=\r\n/g, '').replace(/\r\n/g, '\n');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
