/** What London's clocks show. */
export interface LondonMoment {
  /** '2026-11-22' */
  date: string;
  /** '09:05', to '23:59' */
  time: string;
  hour: number;
}

// Swedish writes year, month and day in this order, and counts hours to 23.
const clock = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The calendar of the borough at a moment, summer time and all, wherever the machine stands. */
export function toLondon(moment: Date | number): LondonMoment {
  const [year, month, day, hour, minute] = clock.format(moment).match(/\d+/g) ?? [];
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}`, hour: Number(hour) };
}
