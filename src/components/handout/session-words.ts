import type { Session } from '../../directory/listing.ts';
import type { Translator } from '../../i18n/translator.ts';

/** 'Monday, Friday: 10:00 to 12:00 (Chair yoga)'; what happens then is as the editor wrote it. */
export function sessionWords({ days, opens, closes, what }: Session, t: Translator): string {
  const names = {
    mon: t('listing:mon'),
    tue: t('listing:tue'),
    wed: t('listing:wed'),
    thu: t('listing:thu'),
    fri: t('listing:fri'),
    sat: t('listing:sat'),
    sun: t('listing:sun'),
  };
  const times = t('listing:sessionTimes', { opens, closes });
  return `${days.map((day) => names[day]).join(', ')}: ${times}${what ? ` (${what})` : ''}`;
}
