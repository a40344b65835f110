import { describe, expect, test } from 'vitest';
import { startForm } from '../../../../src/referral/form/start-form.ts';
import { aFormHandler } from '../../../support/referral/a-form-handler.ts';

describe('a new form', () => {
  test('has the needs ticked that its link names, if we know them', () => {
    const { dependencies } = aFormHandler();

    expect(
      startForm({ needs: ['loneliness', 'gold', 'food', 'food'] }, dependencies),
    ).toMatchObject({
      show: 'form',
      status: 200,
      errors: [],
      typed: { needs: ['food', 'loneliness'], fullName: '', referralFor: '' },
    });
  });

  test('is for someone else if its link says so, and takes no permission for granted', () => {
    const { dependencies } = aFormHandler();

    expect(startForm({ forSomeoneElse: true }, dependencies).typed).toMatchObject({
      referralFor: 'someone-else',
      permission: '',
      needs: [],
    });
  });

  test.each([
    ['F84012', 'F84012'],
    ['f84012', 'F84012'],
    ['F84012.', 'F84012'],
    [' F84012\u00a0', 'F84012'],
    ['F00000', ''],
    ['F840120', ''],
    ['not-registered', ''],
  ])('has the practice of a poster chosen, if we know it: %j', (practice, chosen) => {
    expect(startForm({ practice }, aFormHandler().dependencies).typed).toMatchObject({
      practice: chosen,
    });
  });
});
