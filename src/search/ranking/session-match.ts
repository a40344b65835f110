import type { Session } from '../../directory/listing.ts';
import type { PlannedTime } from '../plan/plan.ts';

// What ends after this serves people who work in the day; what begins before noon is on in the morning.
const EVENING = '17:30';
const NOON = '12:00';

/** Is any session known to be on at the time that was asked for? "now" is not known here: false. */
export function hasSessionAt(sessions: readonly Session[], when: PlannedTime | undefined): boolean {
  if (!when || (when.days.length === 0 && !when.part)) return false;
  return sessions.some(({ days, opens, closes }) => {
    const isOnDay = when.days.length === 0 || when.days.some((day) => days.includes(day));
    if (when.part === 'evening') return isOnDay && closes > EVENING;
    if (when.part === 'morning') return isOnDay && opens < NOON;
    return isOnDay && when.part !== 'now';
  });
}
