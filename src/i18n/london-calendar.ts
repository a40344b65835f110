import { toLondon } from './london.ts';

/** Midnight in London as the date begins: an hour before UTC's in summer. */
export function startOfDay(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return toLondon(midnight).hour === 0 ? midnight : midnight - 3_600_000;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of the date's week. */
export function weekOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}
