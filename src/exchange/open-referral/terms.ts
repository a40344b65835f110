import { z } from 'zod';

const values = z.array(z.string()).optional();
const meaning = z.strictObject({
  needs: values,
  offers: values,
  audiences: values,
  access: values,
});

/**
 * How an editor translates a feed: what its terms are among our values, what holds for all of its services, and what
 * one of them is by its number.
 */
export const termsSchema = z.strictObject({
  /** 'Carers': { needs: [carers] }. Capitals do not matter. */
  terms: z.record(z.string(), meaning).default({}),
  defaults: meaning
    .extend({ kind: z.string().optional(), cost: z.string().optional(), languages: values })
    .default({}),
  services: z
    .record(
      z.string(),
      meaning.extend({
        /** The listing that it is, by the name of its file. */
        listing: z.string().optional(),
        kind: z.string().optional(),
        cost: z.string().optional(),
        languages: values,
        summary: z.string().optional(),
        description: z.string().optional(),
      }),
    )
    .default({}),
});
export type Terms = z.infer<typeof termsSchema>;
type Meaning = z.infer<typeof meaning>;

const fields = ['needs', 'offers', 'audiences', 'access'] as const;

/** What a service with these terms is in our values, and which of its terms nobody has translated. */
export function translateTerms(
  found: readonly string[],
  { terms, defaults }: Terms,
): { fields: Record<string, string[]>; unknown: string[] } {
  const byName = new Map(Object.entries(terms).map(([name, each]) => [name.toLowerCase(), each]));
  const known = found.map((name) => ({ name, meaning: byName.get(name.toLowerCase()) }));
  const translated = fields.flatMap((field) => {
    const all = [...new Set(known.flatMap(({ meaning }) => meaning?.[field] ?? []))];
    const chosen = all.length > 0 ? all : (defaults as Meaning)[field];
    return chosen ? [[field, chosen] as const] : [];
  });
  return {
    fields: Object.fromEntries(translated),
    unknown: known.filter(({ meaning }) => !meaning).map(({ name }) => name),
  };
}
