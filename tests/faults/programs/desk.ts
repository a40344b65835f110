/** A desk that takes referrals: POST /<form token> with answers; GET /<status token>; GET / for health. */
import type { Answers } from '../../../src/referral/form/answers.ts';
import { openReferrals, openStore } from '../../../src/wiring.ts';
import { serveBare } from './bare-port.ts';

// Refuses to start as the server does.
const store = await openStore();
const referrals = openReferrals();

serveBare({
  says: 'The desk is at',
  answer: async (token, sent) => {
    if (sent) return referrals.accept(sent as Answers, token, 'en');
    if (token) return (await referrals.findProgress(token)) ?? {};
    return referrals.health().catch(() => ({ writable: false }));
  },
  close: store.close,
});
