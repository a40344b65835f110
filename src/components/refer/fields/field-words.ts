import type { Translator } from '../../../i18n/translator.ts';
import type { FieldError } from '../../../referral/form/field-errors.ts';

type Field = FieldError['field'];

/** What is wrong with a field and how to put it right; `undefined`: nothing. */
export function findErrorText(
  t: Translator,
  errors: readonly FieldError[],
  field: Field,
): string | undefined {
  const error = errors.find((each) => each.field === field);
  return error && errorText(t, error);
}

export function errorText(t: Translator, { code, values = {} }: FieldError): string {
  return t(`refer:error.${code}`, values);
}

/** What explains a field, for aria-describedby: its hint and its error, where there are any. */
export function describedBy(
  id: string,
  { hint, error }: { hint?: string | undefined; error?: string | undefined },
): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function yesOrNo(t: Translator): { value: string; label: string }[] {
  return [
    { value: 'yes', label: t('refer:answer.yes') },
    { value: 'no', label: t('refer:answer.no') },
  ];
}

const asTyped = { autocorrect: 'off', spellcheck: false } as const;

/** Attributes of a box whose text a keyboard must not change: an e-mail address, a phone number. */
export const unchanged = { ...asTyped, autocapitalize: 'none' } as const;

/** Of a box of type email, in which keyboards write no capitals by themselves. */
export const ofEmail = asTyped;

/** Of a box for a person's name. */
export const ofName = { ...asTyped, autocapitalize: 'words' } as const;
