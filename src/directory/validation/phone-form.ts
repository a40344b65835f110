import { findNumberRange, parsePhone, toNational } from '../phone.ts';

// Three-digit services; 116 helplines; Childline, whose number is short.
const SHORT = /^(1(01|05|11|12|19|59)|999|116\d{3}|08001111)$/;

/** Why a phone number is not fit to be shown and rung; undefined: it is. */
export function findPhoneFault(phone: string): string | undefined {
  const digits = phone.replaceAll(' ', '');
  const example = 'such as "020 7364 5000"';
  if (/[/,;]|\bor\b|\band\b/i.test(phone)) {
    return `found '${phone}'; one number only. Put a second one into hours or firstStep.`;
  }
  if (/[“”„]/.test(phone)) {
    return `found '${phone}' between curly quotation marks. Type straight ones: "${phone.replace(/[“”„]/g, '')}".`;
  }
  if (!/^\+?\d+$/.test(digits)) {
    const mend = describeMend(phone);
    if (mend) return `found '${phone}'; digits and spaces only. ${mend}`;
    const [letter] = /(?<=\d)\p{L}(?=[\d ]|$)/u.exec(phone) ?? [];
    if (letter)
      return `found '${phone}', with the letter '${letter}' in it. Ask for the number again.`;
    return `found '${phone}'; digits and spaces only, ${example}. Put an extension, or whom to ask for, into phoneNote, and anything else into hours or firstStep.`;
  }
  if (SHORT.test(digits)) return undefined;
  const found = `found '${phone}' (${digits.replace('+', '').length} digits)`;
  // Without its plus it would be dialled as it stands.
  const national = digits.startsWith('+') ? toNational(digits) : digits;
  const range = findNumberRange(national);
  if (!range) {
    return `${found}, which is not a number that can be rung in the UK. Numbers begin with 0 and have 10 or 11 digits, ${example}.`;
  }
  if (range.lengths.includes(national.length)) return undefined;
  return `${found}. Numbers that begin with ${range.begins} have ${range.lengths.join(' or ')}${national === digits ? '' : ', counted from the 0 that +44 stands for'}.`;
}

// What can be only one number, written in another way.
function describeMend(phone: string): string | undefined {
  const typed = phone.replace(/\b[Oo](?=[\d ])|(?<=\d ?)[Oo](?=[\d ]|$)/g, '0');
  const [number, extension] = parsePhone(typed)?.split(' ext ') ?? [];
  if (!number?.startsWith('0')) return undefined;
  return extension
    ? `Write "${number}", and phoneNote: Extension ${extension}`
    : `Write "${number}".`;
}

export function isMobile(phone: string): boolean {
  return /^(0|\+44)7[1-57-9]/.test(phone.replaceAll(' ', ''));
}
