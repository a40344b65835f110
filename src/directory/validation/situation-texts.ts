import { locales } from '../../i18n/locale.ts';
import type { Finding } from '../reading/schema-issues.ts';
import type { Situation } from '../situation.ts';
import { findPlaceholder } from './placeholders.ts';

// "Free advice" has eleven, and says little.
const SHORTEST_REASON = 8;

/** Texts of a situation that say nothing yet: placeholders, and a reason of a letter or two. */
export function validateSituationTexts({ title, lead, first }: Situation): Finding[] {
  const texts = [
    { field: ['title'], words: title },
    { field: ['lead'], words: lead },
    ...first.map(({ because }, index) => ({ field: ['first', index, 'because'], words: because })),
  ];
  return texts.flatMap(({ field, words }) =>
    locales.flatMap((locale) => {
      const text = words[locale];
      const message =
        findPlaceholder(text) ?? (field.length > 1 ? findShortReason(text) : undefined);
      return message ? [{ field: [...field, locale], message }] : [];
    }),
  );
}

function findShortReason(text: string): string | undefined {
  if (text.trim().length >= SHORTEST_REASON) return undefined;
  return `found '${text}', which is too short. Say in one line what they do about this, such as "Free food and basics; no voucher needed".`;
}
