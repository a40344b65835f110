type Value = string | readonly string[];

/** A form that was filled in right, by a test person; `changes` in place of its fields. */
export function aReferralForm(changes: Record<string, Value> = {}): URLSearchParams {
  const fields: Record<string, Value> = {
    referralFor: 'self',
    practice: 'F84012',
    livesInBorough: 'yes',
    homePostcode: '',
    needs: ['food', 'loneliness'],
    summary: 'I would like to meet people near me.',
    phone: '020 7946 0123',
    email: '',
    contactBy: ['call'],
    voicemail: 'no',
    bestTime: 'mornings',
    safetyNote: '',
    language: 'bn',
    interpreter: 'yes',
    accessNeeds: '',
    fullName: 'Test Person One',
    dobDay: '27',
    dobMonth: '3',
    dobYear: '1980',
    ...changes,
  };
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  );
}

/** Fields of a second person, for whom a helper asks. */
export const askedByHelper = {
  referralFor: 'someone-else',
  permission: 'yes',
  helperName: 'Test Helper',
  helperRelationship: 'neighbour',
  helperContact: '07700 900123',
};

/** The parent or carer of a child for whom a helper asks. */
export const hasParent = {
  adultIs: 'other',
  adultName: 'Test Parent',
  adultContact: '07700 900456',
};

/** Values of the inputs, text boxes and chosen options of a page, by field. */
export function readFields(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), decode(value)];
  };
  for (const [, tag = ''] of html.matchAll(/<input\b((?:"[^"]*"|[^">])*)>/g)) {
    const type = attribute(tag, 'type');
    const isOff = (type === 'radio' || type === 'checkbox') && !/\schecked(\s|=|$)/.test(tag);
    if (!isOff) add(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, tag = '', text = ''] of html.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  )) {
    add(attribute(tag, 'name'), text.replace(/^\n/, ''));
  }
  for (const [, tag = '', options = ''] of html.matchAll(
    /<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const chosen = /<option value="([^"]*)"[^>]*\sselected/.exec(options)?.[1] ?? '';
    add(attribute(tag, 'name'), chosen);
  }
  return fields;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}
