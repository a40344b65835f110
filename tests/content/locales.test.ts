/** Covers src/i18n/messages-en.ts, src/i18n/scripts.ts. */
import { expect, test } from 'vitest';
import {
  findMessageProblems,
  findUntranslated,
  flattenMessages,
} from '../../src/i18n/check-messages.ts';
import { languages, locales } from '../../src/i18n/locale.ts';
import { messages } from '../../src/i18n/messages.ts';
import { messages as english } from '../../src/i18n/messages-en.ts';
import { ineligibleReasons } from '../../src/referral/form/eligibility.ts';
import { errorCodes } from '../../src/referral/form/field-errors.ts';
import { reportFacts, reportFields } from '../../src/reports/report-model.ts';
import { readSourceFiles } from '../support/machine/source-files.ts';

/** Keys put together in code from a closed set of values. */
const composed = [
  /^dates:(month|weekday|time)\.\w+$/,
  new RegExp(`^handout:with\\.(${locales.join('|')})$`),
  /^listing:reach_(london|national)$/,
  /^search:facet_(need|who|cost|language|area|way|day)$/,
  /^search:noDistance_(remote|wide|elsewhere|private|unknown)$/,
  /^site:problem\.(address|method|form|tooLarge|notFound|fault)\.(title|text)$/,
  /^refer:trouble\.(not-saved|cannot-tell|too-many|old-page|not-a-person|too-large)\.(heading|text)/,
  new RegExp(`^refer:stop\\.(${ineligibleReasons.join('|')})\\.(heading|text|more)$`),
  new RegExp(`^refer:error\\.(${errorCodes.join('|')})$`),
  new RegExp(`^(reports:|reports:notice\\.|staff:report\\.)fact\\.(${reportFacts.join('|')})$`),
  new RegExp(`^reports:error\\.(nothing|${Object.values(reportFields).flat().join('|')})$`),
  /^reports:trouble\.(not-saved|cannot-tell|too-many|old-page|not-a-person)\.(heading|text)$/,
];

test.each(languages)('$name has the words of English, in its own plural forms', ({ code }) => {
  expect(findMessageProblems(code, messages.get(code) ?? {}, english)).toEqual([]);
});

test.each(languages)('no words of $name are in English still', ({ code }) => {
  expect(findUntranslated(code, messages.get(code) ?? {}, english)).toEqual([]);
});

test('every key is used', () => {
  const source = readSourceFiles(['src', 'scripts'], /\.(ts|tsx|astro)$/)
    .map(({ text }) => text)
    .join('\n');
  const unused = [...flattenMessages(english).keys()].filter((key) => {
    const own = key.replace(/_they$/, '');
    const name = own.replace(/_(zero|one|two|few|many|other)$/, '');
    const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``];
    return (
      !quoted.some((each) => source.includes(each)) && !composed.some((each) => each.test(own))
    );
  });
  expect(unused).toEqual([]);
});
