const date = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const birthDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** 'Sunday 22 November 2026', the day in London. */
export function formatDay(moment: Date): string {
  return date.format(moment).replace(',', '');
}

/** '09:05', in London. */
export function formatTime(moment: Date): string {
  return time.format(moment);
}

/** '27 March 1980' for '1980-03-27'. */
export function formatBirthDate(isoDay: string): string {
  return birthDate.format(new Date(`${isoDay}T00:00:00Z`));
}

/** '2026-11-22', the day in London. */
export function toIsoDay(moment: Date): string {
  return isoDate.format(moment);
}
