import { expect, test } from 'vitest';
import { reportTitle } from '../../../../src/components/report/report-title.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';

const t = createTranslator('en');
const form = { show: 'form', errors: [], refusal: undefined } as const;

test('a page says what it asks, that something is wrong, or that the report is here', () => {
  expect(reportTitle('feedback', form, t)).toBe('What do you think of this site?');
  expect(reportTitle('listing', { ...form, errors: [{}] }, t)).toBe(
    'Error: Is something wrong here?',
  );
  expect(reportTitle('suggestion', { ...form, refusal: {} }, t)).toBe('Error: Suggest a place');
  expect(reportTitle('suggestion', { show: 'received' }, t)).toBe('Thank you. We have it.');
});
