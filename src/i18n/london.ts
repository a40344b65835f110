/** What London's clocks show. */
export interface LondonMoment {
  /** '2026-11-22' */
  date: string;
  /** '09:05', to '23:59' */
  time: string;
  hour: number;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The calendar of the borough at a moment, summer time and all, wherever the machine stands. */
export function toLondon(moment: Date | number): LondonMoment {
  const parts: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(moment)) parts[type] = value;
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    hour: Number(parts.hour),
  };
}
