import { z } from 'zod';

/** What is around the entities: the page of a list, what `/` tells, and what is told of a request that cannot be answered. */

/** A page of a list, in the envelope of Open Referral UK 3.0. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    total_items: z.int().describe('How many there are on all pages.'),
    total_pages: z.int().describe('How many pages there are.'),
    page_number: z.int().describe('Which page this is, from 1.'),
    size: z.int().describe('How many there are on this page.'),
    first_page: z.boolean().describe('Whether this is page 1.'),
    last_page: z.boolean().describe('Whether no page comes after this one.'),
    empty: z.boolean().describe('Whether nothing is on this page.'),
    contents: z.array(item).describe('What is on this page.'),
  });

export interface Page<T> {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: T[];
}

export const apiDetailsSchema = z.strictObject({
  version: z.literal('HSDS-UK-3.0').describe('The standard, by the name that validators know.'),
  profile: z.url().describe('Where the standard is written down.'),
  openapi_url: z.url().describe('Where this description of the feed lies.'),
});
export type ApiDetails = z.infer<typeof apiDetailsSchema>;

/** As RFC 9457 has it. */
export const problemSchema = z.strictObject({
  title: z.string().describe('What is wrong.'),
  status: z.int().describe('The status of the answer.'),
  detail: z.string().describe('What to write instead.'),
  parameter: z.string().optional().describe('The parameter that cannot be answered.'),
});
export type Problem = z.infer<typeof problemSchema>;
