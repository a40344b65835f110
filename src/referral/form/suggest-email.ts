import { editDistance } from '../../i18n/edit-distance.ts';
import { parseEmail } from './email-address.ts';
import { toLine } from './typed-text.ts';

const PROVIDERS = ['gmail', 'googlemail', 'hotmail', 'outlook', 'yahoo', 'icloud'];
// None of these is an ending of the Internet.
const NO_COM = /\.(con|cmo|ocm|cim|vom|xom|dom|comm|coom|cpm|copm)$/i;
const NO_CO_UK = /\.(couk|co\.u|co\.ik|co\.ku|co\.yk|co\.ukk|con\.uk)$/i;

/**
 * What was more likely meant: 'test@gmail.com' for 'test@gmial.con', ' test@gmail,com.'. undefined: nothing
 * speaks against what was typed, or nobody can tell.
 */
export function suggestEmail(typed: string): string | undefined {
  const line = toLine(typed);
  const at = line.lastIndexOf('@');
  if (at < 1) return undefined;
  const mailbox = line.slice(0, at).replace(/^mailto:|\s|@+$/gi, '');
  const domain = line
    .slice(at + 1)
    .replace(/\s/g, '')
    .replace(/[,;]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|[.\-)>]+$/g, '');
  const suggestion = `${mailbox}@${toLikelyDomain(domain)}`;
  const isOther = suggestion.toLowerCase() !== line.toLowerCase();
  return isOther && parseEmail(suggestion) ? suggestion : undefined;
}

function toLikelyDomain(domain: string): string {
  const whole = domain.replace(NO_COM, '.com').replace(NO_CO_UK, '.co.uk');
  const [name = '', ...ending] = whole.split('.');
  // Another first letter is another provider: ymail, email.
  const provider = PROVIDERS.find(
    (each) => each[0] === name[0]?.toLowerCase() && editDistance(name.toLowerCase(), each, 1) === 1,
  );
  if (!/^(com|co|cm|om|co\.uk)$/i.test(ending.join('.'))) return whole;
  if ((provider ?? name.toLowerCase()) === 'gmail') return 'gmail.com';
  return provider ? [provider, ...ending].join('.') : whole;
}
