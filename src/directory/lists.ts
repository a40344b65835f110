import { z } from 'zod';
import { byLanguage, locales } from '../i18n/locale.ts';

/** What a file or a list calls a thing: small letters, digits, hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);

/** Words in each language of the site. */
export const labelSchema = z.strictObject(byLanguage(locales, () => text));
export type Label = z.infer<typeof labelSchema>;

/** The same thing in a list that many directories share, where there is one that means exactly this. */
const sharedTerm = z.url({ protocol: /^https?$/ }).optional();

/** One value an editor may use in a listing's field. */
export const listItemSchema = z.strictObject({ slug: text, label: labelSchema, uri: sharedTerm });
export type ListItem = z.infer<typeof listItemSchema>;

/** A neighbourhood, and how the postcodes begin that lie in it: 'E2', 'E14 3'. */
export const areaSchema = listItemSchema.extend({ postcodes: z.array(text).min(1).optional() });

export const needSchema = z.strictObject({
  slug,
  /** Slug of its group in needs.yaml. */
  group: slug,
  label: labelSchema,
  /** One plain sentence for the top of the need's page. */
  intro: labelSchema,
  uri: sharedTerm,
  /** Listings to ask first when no finer situation fits, the best first. */
  first: z.array(slug).max(5).default([]),
  /** Kinds of help that answer it, from offers.yaml; of none, any does. */
  offers: z.array(slug).default([]),
});
export type Need = z.infer<typeof needSchema>;

/** content/lists/needs.yaml: groups in the order the home page shows them. */
export const needsFileSchema = z.strictObject({
  groups: z.array(z.strictObject({ slug, label: labelSchema })),
  needs: z.array(needSchema),
});
export type NeedsFile = z.infer<typeof needsFileSchema>;

export interface Lists {
  needGroups: { slug: string; label: Label; needs: Need[] }[];
  needs: Need[];
  audiences: ListItem[];
  access: ListItem[];
  costs: ListItem[];
  /** slug: neighbourhood, such as 'bethnal-green'. */
  areas: ListItem[];
  /** slug: language code, such as 'bn' or 'bfi'. */
  languages: ListItem[];
  kinds: ListItem[];
  /** Kinds of help a listing gives: advice, food, a group. */
  offers: ListItem[];
}

/** A GP practice, from content/practices.yaml. */
export const practiceSchema = z.strictObject({
  odsCode: z.string().regex(/^[A-Z]\d{5}$/),
  name: text,
  /** What patients call it, former names, the building. */
  otherNames: z.array(text).default([]),
  address: text,
  postcode: text,
  phone: text.optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  /** Code of its primary care network, from the same file. */
  network: text,
  branchSites: z
    .array(z.strictObject({ name: text, address: text.optional(), postcode: text.optional() }))
    .default([]),
});
export type Practice = z.infer<typeof practiceSchema>;

export const practicesFileSchema = z.strictObject({
  networks: z.array(z.strictObject({ code: text, name: text, localName: text.optional() })),
  practices: z.array(practiceSchema),
});
export type PracticesFile = z.infer<typeof practicesFileSchema>;

const crisisLine = z
  .strictObject({
    /** Who you reach. */
    name: labelSchema,
    /** When to use it. */
    when: labelSchema,
    phone: text.optional(),
    /** What to dial, for the link: digits only. */
    dial: z
      .string()
      .regex(/^\+?\d+$/)
      .optional(),
    /** Number for text messages, and the word to send where one is asked for. */
    text: z.strictObject({ to: z.string().regex(/^\d+$/), send: text.optional() }).optional(),
    email: z.email().optional(),
    /** Its website offers a chat. */
    chat: z.literal(true).optional(),
    /** A source says that an interpreter can be asked for. */
    interpreter: z.literal(true).optional(),
    /** Which kind of danger it is shown first for. */
    for: z.array(z.enum(['suicide', 'danger', 'emergency'])).min(1),
    /** Files of search-index/crisis/: words about these show the line before others, and only they do. */
    subjects: z.array(slug).optional(),
    website: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ phone, text }) => phone ?? text, 'give a phone or a text number');

/** content/site.yaml: what is particular to this borough. */
export const siteSchema = z.strictObject({
  /** 'Tower Hamlets' */
  borough: labelSchema,
  serviceName: labelSchema,
  /** A person to ring who can help find support; null while the borough has not given one. */
  phone: text.nullable(),
  phoneHours: labelSchema.nullable(),
  email: z.email().nullable(),
  crisisLines: z.array(crisisLine).min(1),
  /** Other ways to get help, such as Tower Hamlets Connect. */
  linksOut: z.array(
    z.strictObject({
      name: text,
      description: labelSchema,
      website: z.url({ protocol: /^https?$/ }),
      phone: text.optional(),
    }),
  ),
  eligibility: labelSchema,
  /** What an address says after the street, by the letters that its postcode begins with; for other directories. */
  postTowns: z
    .array(
      z.strictObject({
        postcodeAreas: z.array(z.string().regex(/^[A-Z]{1,2}$/)).min(1),
        town: text,
        county: text,
      }),
    )
    .optional(),
});
export type Site = z.infer<typeof siteSchema>;
export type CrisisLine = z.infer<typeof crisisLine>;
