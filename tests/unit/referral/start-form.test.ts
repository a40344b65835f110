import { describe, expect, test } from 'vitest';
import { startForm } from '../../../src/referral/form/answer-form.ts';
import { aFormDesk as aDesk } from '../../support/referral/a-form-desk.ts';

describe('a new form', () => {
  test('has the needs ticked that its link names, if we know them', () => {
    const { desk } = aDesk();

    expect(startForm({ needs: ['loneliness', 'gold', 'food', 'food'] }, desk)).toMatchObject({
      show: 'form',
      status: 200,
      errors: [],
      typed: { needs: ['food', 'loneliness'], fullName: '', referralFor: '' },
    });
  });

  test('is for someone else if its link says so, and takes no permission for granted', () => {
    const { desk } = aDesk();

    expect(startForm({ forSomeoneElse: true }, desk).typed).toMatchObject({
      referralFor: 'someone-else',
      permission: '',
      needs: [],
    });
  });

  test.each([
    ['F84012', 'F84012'],
    ['F00000', ''],
    ['not-registered', ''],
  ])('has the practice of a poster chosen, if we know it: %s', (practice, chosen) => {
    expect(startForm({ practice }, aDesk().desk).typed).toMatchObject({ practice: chosen });
  });
});
