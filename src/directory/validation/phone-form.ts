// Three-digit services; 116 helplines; Childline, whose number is short.
const SHORT = /^(1(01|05|11|12|19|59)|999|116\d{3}|08001111)$/;

/** Why a phone number is not fit to be shown and rung; undefined: it is. */
export function findPhoneFault(phone: string): string | undefined {
  const digits = phone.replaceAll(' ', '');
  const example = 'such as "020 7364 5000"';
  if (/[/,;]|\bor\b|\band\b/i.test(phone)) {
    return `found '${phone}'; one number only. Put a second one into hours or firstStep.`;
  }
  if (!/^\+?\d+$/.test(digits)) {
    return `found '${phone}'; digits and spaces only, ${example}. Put anything else into hours or firstStep.`;
  }
  if (SHORT.test(digits) || /^0[1-9]\d{8,9}$/.test(digits) || /^\+44[1-9]\d{8,9}$/.test(digits)) {
    return undefined;
  }
  return `found '${phone}' (${digits.replace('+', '').length} digits), which is not a number that can be rung in the UK. Numbers begin with 0 and have 10 or 11 digits, ${example}.`;
}

export function isMobile(phone: string): boolean {
  return /^(0|\+44)7[1-57-9]/.test(phone.replaceAll(' ', ''));
}
