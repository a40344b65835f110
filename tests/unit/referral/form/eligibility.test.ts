import { describe, expect, test } from 'vitest';
import { findIneligibleReason } from '../../../../src/referral/form/eligibility.ts';
import { askedByHelper } from '../../../support/referral/a-referral-form.ts';
import { formFacts, typedAnswers } from '../../../support/referral/typed-answers.ts';

const child = { dobDay: '23', dobMonth: '11', dobYear: '2010' };

describe('other ways on are for who', () => {
  test.each([
    ['is not registered', { practice: 'not-registered' }, 'not-registered', 'practice'],
    ['lives elsewhere', { livesInBorough: 'no' }, 'outside-borough', 'practice'],
    ['has not agreed', { ...askedByHelper, permission: 'no' }, 'no-permission', 'who'],
    ['is 15', child, 'under-16', 'person'],
  ] as const)('%s', (_who, changes, reason, step) => {
    const typed = typedAnswers(changes);

    expect(findIneligibleReason(typed, formFacts)).toBe(reason);
    expect(findIneligibleReason(typed, formFacts, step)).toBe(reason);
    expect(findIneligibleReason(typed, formFacts, 'needs')).toBeUndefined();
  });
});
