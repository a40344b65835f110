import { z } from 'zod';
import { id, optionalList, text } from './field.ts';

/** Who runs a service. In lists without its identifiers. */

const organizationIdentifierSchema = z.strictObject({
  id: id('this entry'),
  identifier_scheme: text(
    'The register, as org-id.guide codes it: GB-CHC, charities in England and Wales.',
  ),
  identifier_type: text('The register, in words.'),
  identifier: text('The number there.'),
});

export const organizationInListSchema = z.strictObject({
  id: id('the organisation'),
  name: text('Its name.'),
  description: text('What it does, in one to three sentences.'),
  email: z.email().optional().describe('The mailbox of the organisation, never of a person.'),
  website: z.url().optional().describe('Its website.'),
  parent_organization_id: id('the organisation that it is a part of').optional(),
  directory_slug: text('What our files and addresses call the listing of the organisation.'),
});

export const organizationSchema = organizationInListSchema.extend({
  organization_identifiers: optionalList(organizationIdentifierSchema, 'Its charity number.'),
});
export type Organization = z.infer<typeof organizationSchema>;
