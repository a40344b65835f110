import { z } from 'zod';
import { byLanguage, findLanguage, translatedLocales } from '../../i18n/locale.ts';
import { id, text } from './field.ts';

/** Taxonomies, their terms, and what ties a term to a service, as Open Referral UK 3.0 names them. */

export const taxonomyTermSchema = z.strictObject({
  id: id('the term'),
  code: text('What our files call the term. It stays when the words change.'),
  name: text('The term in English.'),
  description: text('What it means, in one line.'),
  parent_id: id('the broader term').optional(),
  taxonomy: text('Name of its taxonomy.'),
  taxonomy_id: id('its taxonomy'),
  term_uri: z
    .url()
    .optional()
    .describe('The same term in a shared list, where there is one that means exactly this.'),
  directory_names: z
    .strictObject(
      byLanguage(translatedLocales, (locale) => text(`In ${findLanguage(locale).name}.`)),
    )
    .describe('The term in the other languages of the site, by language code.'),
});
export type TaxonomyTerm = z.infer<typeof taxonomyTermSchema>;

export const taxonomySchema = z.strictObject({
  id: id('the taxonomy'),
  name: text('What the taxonomy is of.'),
  description: text('How we use it.'),
  directory_code: text('The link_type of its attributes.'),
});
export type Taxonomy = z.infer<typeof taxonomySchema>;

export const attributeSchema = z.strictObject({
  id: id('this link'),
  link_id: id('the service'),
  link_entity: z.literal('service').describe('What link_id is the id of.'),
  link_type: text('The code of the taxonomy: need, offer, audience, access, cost, area or kind.'),
  taxonomy_term_id: id('the term'),
  taxonomy_term: taxonomyTermSchema.describe('The term itself.'),
});
export type Attribute = z.infer<typeof attributeSchema>;
