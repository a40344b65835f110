import { z } from 'zod';
import { byLanguage, locales } from '../i18n/locale.ts';
import { labelSchema, slug } from './lists.ts';

/**
 * Something that happens to people, finer than a need: "I have been told to leave my home". What a link
 * worker would do about it first, as an editor writes it in content/situations/. The words people say
 * for it are in search-index/situations/.
 */

const text = z.string().trim().min(1);

const short = (most: number) => z.strictObject(byLanguage(locales, () => text.max(most)));

export const situationSchema = z.strictObject({
  /** As the person would say it. */
  title: short(80),
  /** One calm sentence: what to do first. */
  lead: short(220),
  /** Need slugs, the main one first. */
  needs: z.array(slug).min(1).max(3),
  /** now: someone is in danger. today: it cannot wait. */
  urgency: z.enum(['now', 'today', 'soon']),
  /** The urgent-help panel shows, with this kind's lines first. */
  crisis: z.enum(['suicide', 'danger', 'emergency']).optional(),
  /** Whom to ask, the best first. */
  first: z
    .array(
      z.strictObject({
        listing: slug,
        /** One short line: what they do about this. */
        because: short(130),
      }),
    )
    .min(2)
    .max(5),
  /** Listings that suit as well, shown after those of first; in no order. */
  also: z.array(slug).max(15).default([]),
  /** What to have to hand. */
  haveReady: labelSchema.optional(),
  /** "Leave this page" shows: somebody at home must not see it. */
  private: z.literal(true).optional(),
  /** Listing slugs and web addresses that hold each fact said here. Not published. */
  sources: z.array(text).min(1),
});

/** A situation as the site may show it. */
export type Situation = Omit<z.infer<typeof situationSchema>, 'sources'> & { slug: string };

/** The listings to ask first by somebody in danger, by slug. */
export function findUrgentHelp(situations: readonly Situation[]): ReadonlySet<string> {
  const urgent = situations.filter(({ crisis, urgency }) => crisis || urgency === 'now');
  return new Set(urgent.flatMap(({ first }) => first.map(({ listing }) => listing)));
}

const URGENCY = { now: 0, today: 1, soon: 2 };

/** The most urgent first, else by slug: the order of every list of situations. */
export function byUrgency(a: Situation, b: Situation): number {
  return URGENCY[a.urgency] - URGENCY[b.urgency] || (a.slug < b.slug ? -1 : 1);
}
