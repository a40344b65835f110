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

  test('has the needs ticked of a link with a full stop behind it', () => {
    const { dependencies } = aFormHandler();

    expect(startForm({ needs: ['Loneliness', 'food).'] }, dependencies).typed).toMatchObject({
      needs: ['food', 'loneliness'],
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
    ['F84O12', 'F84012'],
    ['f840l2', 'F84012'],
    ['3DF84012', 'F84012'],
    ['F84012)\u201d', 'F84012'],
    ['F84\u200b012', 'F84012'],
    ['F8401', ''],
    ['F00000', ''],
    ['F840120', ''],
    ['not-registered', ''],
  ])('has the practice of a poster chosen, if we know it: %j', (practice, chosen) => {
    expect(startForm({ practice }, aFormHandler().dependencies).typed).toMatchObject({
      practice: chosen,
    });
  });
});
