import { randomBytes } from 'node:crypto';
import { randomness } from '../../../src/platform/secrets/randomness.ts';
import { createSealing } from '../../../src/platform/secrets/sealing.ts';
import { type AcceptParts, createAccept } from '../../../src/referral/accept.ts';
import { aRouting } from './a-routing.ts';
import { aStore, NOON } from './a-store.ts';

/** Accepts referrals into a store of its own with short letters: what happens around them is noted. */
export async function anAccepting() {
  const opened = await aStore({ clock: { now: NOON } });
  const { store } = opened;
  const sealing = createSealing(randomBytes(32));
  const events: string[] = [];
  const accepted: number[] = [];
  return {
    ...opened,
    sealing,
    events,
    accepted,
    with: (changes: Partial<AcceptParts> = {}) =>
      createAccept({
        openStore: async () => store,
        sealing,
        randomness,
        routing: () => aRouting(),
        now: () => NOON,
        log: { error: (event, facts) => events.push(JSON.stringify({ event, ...facts })) },
        noteAccepted: (sequence) => accepted.push(sequence),
        siteUrl: new URL('https://directory.example'),
        mailDomain: 'directory.example',
        renderLetter: ({ answers, acknowledgeUrl }) => ({
          subject: 'to the team',
          text: `${answers.fullName} ${acknowledgeUrl}`,
        }),
        renderCopy: ({ statusUrl, team }) => ({ subject: 'copy', text: `${statusUrl} ${team.id}` }),
        ...changes,
      }),
    /** The letters of the last referral, with what is sealed in them. */
    readLetters: async () => {
      const [referral] = await store.listReferrals({ limit: 1 });
      const letters = await store.findLetters(referral?.sequence ?? 0);
      return letters.map((letter) => {
        const { payload, wrappedKey } = letter;
        if (!payload || !wrappedKey) throw new Error('no text');
        const text = JSON.parse(sealing.open(letter.id, { payload, wrappedKey }) ?? '');
        return { ...letter, text };
      });
    },
  };
}
