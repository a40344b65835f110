import { createRateLimit, toCustomer, toNetwork } from '../../../src/platform/http/rate-limit.ts';
import { createSignedTokens } from '../../../src/platform/secrets/signed-token.ts';
import {
  FORM_VALID_MS,
  type FormDependencies,
  handleForm,
} from '../../../src/referral/form/handle-form.ts';
import { createSendLimits } from '../../../src/referral/form/send-limits.ts';
import type { AcceptOutcome, Referrals } from '../../../src/referral/referrals.ts';
import { aReferralForm } from './a-referral-form.ts';
import { formFacts } from './typed-answers.ts';

const START = Date.parse('2026-11-22T10:00:00Z');

/**
 * Somebody to hand forms to, whose store takes everything; `store` in place of its ways. `post` sends
 * aReferralForm with `token`; `clock` stands still until it is moved.
 */
export function aFormHandler(store: Partial<Referrals> | 'closed' = {}) {
  const clock = { ms: START };
  const accepted: object[] = [];
  const waits: number[] = [];
  const logged: unknown[][] = [];
  const dependencies: FormDependencies = {
    facts: () => formFacts,
    tokens: createSignedTokens({
      key: Buffer.alloc(32, 'k'),
      validMs: FORM_VALID_MS,
      now: () => new Date(clock.ms),
    }),
    limits: createSendLimits({
      createRateLimit: (rate) =>
        createRateLimit({
          capacity: rate.capacity,
          refillMs: rate.refillMs,
          clock: () => clock.ms,
        }),
      toNetwork,
      toCustomer,
    }),
    referrals: () => {
      if (store === 'closed') throw new Error('It does not open');
      return {
        accept: async (answers, formToken, locale): Promise<AcceptOutcome> => {
          accepted.push({ name: answers.fullName, formToken, locale });
          const reference = 'SP-TEST-TEST';
          return {
            kind: 'saved',
            reference,
            statusToken: 'the-status-token',
            repeated: false,
            mayDiffer: false,
          };
        },
        findAccepted: async () => undefined,
        ...store,
      } as Referrals;
    },
    wait: async (ms) => {
      waits.push(ms);
    },
    log: { error: (...line) => logged.push(line) },
  };
  const token = dependencies.tokens.issue();
  const post = (fields: Parameters<typeof aReferralForm>[0]) => {
    const form = new FormData();
    for (const [name, value] of aReferralForm({ formToken: token, ...fields })) {
      form.append(name, value);
    }
    return handleForm(form, { client: '192.0.2.1', locale: 'bn' }, dependencies);
  };
  return { dependencies, post, token, clock, accepted, waits, logged };
}
