import { createDigests } from '../../../src/referral/follow-up/digests.ts';
import { createReminders } from '../../../src/referral/follow-up/reminders.ts';
import { aDelivery } from './a-delivery.ts';

/** A worker, what it follows up with, and `at`: a moment to which its clock is set. */
export async function aFollowUp(given: Parameters<typeof aDelivery>[0] = {}) {
  const worker = await aDelivery(given);
  const run = { reminders: createReminders(worker.about), digests: createDigests(worker.about) };
  return {
    ...worker,
    run,
    at(moment: string) {
      worker.clock.now = Date.parse(moment);
    },
    /** A referral that is handed over at the moment. */
    async handsOver(name: string, moment: string, practice = 'F84001') {
      worker.clock.now = Date.parse(moment);
      const referral = await worker.accepts(name, { practice });
      await worker.delivery.deliverDue();
      return referral;
    },
  };
}
