import type { YAMLError } from 'yaml';

/** An alias of something that is there. */
export const REPEATED = 'Repeated value';

/** What an editor did, not what the parser expected. */
export function describeYamlError({ code, message }: YAMLError): string {
  if (message === REPEATED) {
    return 'this repeats by * what & names elsewhere in the file. Please write the value out here.';
  }
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'this line begins with a tab. Use spaces.';
    case 'DUPLICATE_KEY':
      return 'this field is written twice. Keep one of them.';
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? 'a list or text that is opened here is not closed: every [ needs a ], every " a second ".'
        : 'the spaces at the beginning of this line do not fit the lines around it. Line it up with the field above.';
    case 'MISSING_CHAR':
      return 'something is not closed here or a little above: every " needs a second ", every [ a ], every field name a colon; and fields that belong together begin exactly below each other.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a field name without its colon, a text with a colon in it, or a line further in or out than its neighbours. Put a text with a colon between quotation marks: "Mondays: 10am".';
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
    case 'UNEXPECTED_TOKEN':
      return 'this text begins with a sign that has a meaning of its own here, such as @ * & % ! [ { or a quotation mark that ends too early. Put the whole text between double quotation marks: "St Peter\'s".';
    default:
      return `this cannot be read (${message}). Compare it with another file of the same folder.`;
  }
}
