/** What a mail server says became of a mail (RFC 3464): fields of the mail, then of each recipient. */
export interface DeliveryStatus {
  envelopeId: string | undefined;
  /** What became of it at each recipient, in small letters: 'failed', 'delayed', 'relayed'. */
  recipients: readonly { action: string; status: string | undefined }[];
}

/** Reads a message/delivery-status. What is no field is left out. */
export function parseDeliveryStatus(text: string): DeliveryStatus {
  const groups = text
    .replace(/\r\n?/g, '\n')
    // A field may go on in the next line, which then begins with a blank.
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n[ \t]*\n/)
    .map(parseFields)
    .filter((fields) => fields.size > 0);
  const recipients = groups.flatMap((fields) => {
    const action = fields.get('action');
    return action ? [{ action: firstWord(action), status: findStatus(fields.get('status')) }] : [];
  });
  const envelopeId = groups.map((fields) => fields.get('original-envelope-id')).find(Boolean);
  return { envelopeId, recipients };
}

function parseFields(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split('\n')) {
    const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), value);
    }
  }
  return fields;
}

// Exim and others add words in brackets: 'failed (mailbox full)'.
function firstWord(action: string): string {
  return action.split(/[\s(;]/, 1)[0]?.toLowerCase() ?? '';
}

/** '5.1.1'; never the words after it, which may quote an address. */
function findStatus(status: string | undefined): string | undefined {
  return /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(status ?? '')?.[0];
}
