import { createDigests } from '../../../src/referral/follow-up/digests.ts';
import { createReminders } from '../../../src/referral/follow-up/reminders.ts';
import { aDelivery } from './a-delivery.ts';

/** A worker, what it follows up with, and `at`: a moment to which its clock is set. */
export async function aFollowUp(given: Parameters<typeof aDelivery>[0] = {}) {
  const worker = await aDelivery(given);
  const run = { reminders: createReminders(worker.about), digests: createDigests(worker.about) };
  // Another worker's store goes by a clock of its own.
  const at = (moment: string) => worker.pass(Date.parse(moment) - worker.clock.now);
  return {
    ...worker,
    run,
    at,
    /** A referral that is handed over at the moment. */
    async handsOver(name: string, moment: string, practice = 'F84001') {
      at(moment);
      const referral = await worker.accepts(name, { practice });
      await worker.delivery.deliverDue();
      return referral;
    },
  };
}
