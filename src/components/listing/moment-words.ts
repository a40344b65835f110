import type { Locale } from '../../i18n/locale.ts';

const languages: Record<Locale, string> = { en: 'en-GB', bn: 'bn-u-nu-latn', so: 'so' };

/** 'Sunday 22 November 2026 at 2:05pm', by London's clocks wherever the machine stands. */
export function dayAndTime(moment: Date, locale: Locale): { day: string; time: string } {
  const inLondon = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languages[locale], { ...options, timeZone: 'Europe/London' }).format(
      moment,
    );
  const day = inLondon({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = inLondon({ hour: 'numeric', minute: '2-digit', hour12: true });
  if (locale !== 'en') return { day, time };
  return { day: day.replace(',', ''), time: time.replace(/\s/, '') };
}
