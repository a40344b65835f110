import { z } from 'zod';
import { byLanguage, findLanguage, translatedLocales } from '../../i18n/locale.ts';
import { day, id, optionalList, optionalText, text } from './field.ts';
import { locationInListSchema, locationSchema } from './location.ts';
import { organizationInListSchema, organizationSchema } from './organization.ts';
import { attributeSchema } from './taxonomy.ts';

/**
 * A service, as Open Referral UK 3.0 has it: in lists with what is one to one, alone with all. What the
 * standard has no field for begins with directory_. Nothing is null or empty: it is left out.
 */

export const scheduleSchema = z.strictObject({
  id: id('the schedule'),
  freq: z.literal('WEEKLY').optional().describe('Every week; left out where only words are known.'),
  byday: optionalText('Days as iCalendar has them: MO,TU.'),
  opens_at: optionalText('The time in London when it opens: 10:00:00.'),
  closes_at: optionalText('The time in London when it closes.'),
  attending_type: z.literal('phone').optional().describe('People ring then, and do not go there.'),
  directory_place: optionalText('Where, if not at the location of the service.'),
  description: optionalText(
    'Without freq: the opening hours in words. With it: what happens then, if not simply open.',
  ),
});
export type Schedule = z.infer<typeof scheduleSchema>;

const phoneSchema = z.strictObject({
  id: id('the number'),
  number: text('As people write it, with spaces.'),
  description: optionalText('What to say or press after ringing it.'),
});

const contactSchema = z.strictObject({
  id: id('the contact'),
  phones: optionalList(phoneSchema, 'Its number. No person is named.'),
});

const languageSchema = z.strictObject({
  id: id('this entry'),
  name: text('The language in English.'),
  code: text('ISO 639-1 or ISO 639-3: bn, syl, bfi.'),
});

const costOptionSchema = z.strictObject({
  id: id('this entry'),
  amount: z.literal(0).optional().describe('0 where it is free; otherwise left out.'),
  currency: z.literal('GBP').optional().describe('Of the amount.'),
  amount_description: text('Free, Low cost or You pay.'),
});

const serviceAreaSchema = z.strictObject({
  id: id('this entry'),
  name: text('Where the people it is for live, in words.'),
});

const checkSchema = z.strictObject({
  date: day('The day when someone asked, or looked.'),
  method: z
    .enum(['phone', 'visit', 'website', 'email', 'self-confirmed'])
    .describe('How it was checked.'),
  facts: z.array(z.string()).describe('Which fields of our listing the check was of. No others.'),
});

const wordsSchema = z.strictObject({
  summary: optionalText('As directory_summary.'),
  description: optionalText('As description.'),
  application_process: optionalText('As application_process.'),
});

export const serviceInListSchema = z.strictObject({
  id: id('the service'),
  organization_id: id('the organisation'),
  name: text('Its name, as people know it.'),
  alternate_name: optionalText('Other names that people use, with semicolons between them.'),
  description: text('What you get, in one to three plain sentences.'),
  url: z.url().optional().describe('Its website.'),
  email: z.email().optional().describe('The mailbox of the service, never of a person.'),
  status: z
    .enum(['active', 'temporarily closed', 'defunct'])
    .describe('temporarily closed: probably not running. defunct: it has closed.'),
  fees: optionalText('What it costs, in words; left out where that is not known.'),
  eligibility_description: optionalText('Who it is not for. Whom it is for: attributes.'),
  application_process: optionalText('The first step, in one plain sentence.'),
  alert: optionalText('What to know first about a service that is not running.'),
  assured_date: day(
    'The day of the newest check with the organisation. Left out: nobody has checked.',
  ).optional(),
  last_modified: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      'Midnight of the newest day on which it was new, changed or was checked; if none was noted, of 1 January of the year of its newest source. Left out: not known.',
    ),
  organization: organizationInListSchema.describe('Who runs it.'),
  directory_slug: text('What our files and addresses call the listing.'),
  directory_url: z.url().describe('Its page on this site.'),
  directory_summary: text('What you get, in one line of at most 110 characters.'),
});
export type ServiceInList = z.infer<typeof serviceInListSchema>;

const serviceDetails = {
  organization: organizationSchema.describe('Who runs it.'),
  schedules: optionalList(scheduleSchema, 'When it is open.'),
  service_areas: optionalList(serviceAreaSchema, 'Where the people it is for live.'),
  languages: optionalList(languageSchema, 'Languages spoken there.'),
  cost_options: optionalList(costOptionSchema, 'What it costs.'),
  contacts: optionalList(contactSchema, 'Where to ring.'),
  phones: optionalList(phoneSchema, 'The same numbers, where the international standard has them.'),
  attributes: optionalList(
    attributeSchema,
    'Terms that it is found by. The first need is the main one.',
  ),
  directory_other_names: optionalList(z.string(), 'As alternate_name, one by one.'),
  directory_part_of: optionalText('directory_slug of the listing that it is part of.'),
  directory_charity_number: optionalText('The charity number that the listing itself gives.'),
  directory_confidential_address: z
    .literal(true)
    .optional()
    .describe('Where it is is kept secret to keep people safe, and is nowhere in this feed.'),
  directory_collected: z
    .number()
    .int()
    .optional()
    .describe('The year of the newest source of the listing.'),
  directory_checks: optionalList(checkSchema, 'Every check, and what it was of.'),
  directory_translations: z
    .strictObject(
      byLanguage(translatedLocales, (locale) =>
        wordsSchema.optional().describe(`In ${findLanguage(locale).name}.`),
      ),
    )
    .optional()
    .describe('The texts in the other languages of the site, by language code.'),
};

/** A service without where it is, as a service at location holds it. */
export const serviceThereSchema = serviceInListSchema.extend(serviceDetails);

export const serviceSchema = serviceThereSchema.extend({
  service_at_locations: optionalList(
    z.strictObject({
      id: id('the service at this location'),
      location_id: id('the location'),
      location: locationSchema.describe('The location itself.'),
    }),
    'Where it is.',
  ),
});
export type Service = z.infer<typeof serviceSchema>;

export const serviceAtLocationInListSchema = z.strictObject({
  id: id('the service at this location'),
  service_id: id('the service'),
  location_id: id('the location'),
  location: locationInListSchema.describe('Where it is.'),
  service: serviceInListSchema.describe('What is there.'),
});
export type ServiceAtLocationInList = z.infer<typeof serviceAtLocationInListSchema>;

export const serviceAtLocationSchema = serviceAtLocationInListSchema.extend({
  location: locationSchema.describe('Where it is.'),
  service: serviceThereSchema.describe('What is there.'),
});
export type ServiceAtLocation = z.infer<typeof serviceAtLocationSchema>;
