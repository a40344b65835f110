import { expect, test } from 'vitest';
import { formFields } from '../../../../src/referral/form/answers.ts';
import { formSteps } from '../../../../src/referral/form/form-model.ts';

test('every field is asked in one step, and only once', () => {
  const asked = formSteps.flatMap(({ fields }): readonly string[] => fields);

  expect(asked.toSorted()).toEqual(
    formFields.filter((field) => field !== 'formToken' && field !== 'step').toSorted(),
  );
});
