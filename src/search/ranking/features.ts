import type { Asked } from './asked.ts';
import { type Candidate, isInArea } from './candidate.ts';
import { isOnThen } from './on-then.ts';
import { isForOthers } from './wrong-people.ts';

/**
 * Why one listing stands before another: the sum of what speaks for and against it.
 *
 *     "landlord wants me out by friday"             rule     need + main + kind + words + ...  against      sum
 *     Housing options team   an editor's first     10,000  + 100  +  16  +  16  +   6                   10,138
 *     Law centre             has the need                    100  +  16  +  16  +   9                      141
 *     Tenants' newsletter    has the words                                         21                       21
 *     A housing association  has the need                    100  +  16         +  14       -100            30
 *     Law clinic for men     has the need, asked by a woman  100  +  16  +  16  +   9    -20,000       -19,859
 *
 * The weights make bands, and nothing within a band can leave it: asked for by name (30,000), put first by an
 * editor (10,000), for the need (100: more than all that a listing without the need can gather), the rest. What
 * speaks against a listing takes it behind the others of its band or to the end of the results, never out of
 * them. Within a band what is surest weighs most: two needs that were named, a place, the words themselves.
 * What nobody asked for (who can be reached, what is checked) only decides between equals. Those that are
 * equal still stand in the order of their names.
 *
 * A feature is one function of a listing and a question, from 0 (says nothing) to 1 (says it wholly), and one
 * weight. See it at work with `npm run relevance -- --explain "what was typed"`; see what each is worth with
 * `npm run relevance -- --ablate`.
 */
export interface Feature {
  name: string;
  /** Below 0: it speaks against the listing. */
  weight: number;
  reason: string;
  /** "A before B for this query, because": shown by a test of the same name. */
  example: string;
  value(candidate: Candidate, asked: Asked): number;
}

export const features = [
  {
    name: 'asked-by-name',
    weight: 30_000,
    reason: 'Who types a name wants that one.',
    example:
      '"toynbee hall": Toynbee Hall before those who work in it, because it is its whole name.',
    value: ({ tier }) => (tier === 'name' ? 1 : 0),
  },
  {
    name: 'put-first',
    weight: 10_000,
    reason:
      'An editor knows the two to five to ring first. Twenty of them are still further apart than all else adds up to.',
    example:
      '"eviction": the housing options team before a tenants’ association, because the situation says so.',
    value: ({ index, tier }, { first }) =>
      tier === 'first' || tier === 'name' ? (first.get(index)?.standing ?? 0) : 0,
  },
  {
    name: 'may-be-put-first',
    weight: 200,
    reason:
      'Words that no phrase explains still lean towards a situation, and so towards whom it names.',
    example:
      '"they want the flat back": the housing options team before an estate’s forum, because most like it is an eviction.',
    value: ({ index }, { leaning }) => leaning.get(index) ?? 0,
  },
  {
    name: 'need',
    weight: 100,
    reason: 'A listing for the need is an answer; one that has the words may only mention it.',
    example:
      '"food bank": a food bank before a minibus with "a lift to the food bank", because it gives food.',
    value: ({ document }, { plan }) => (share(plan.needs, document.facets.need) > 0 ? 1 : 0),
  },
  {
    name: 'name-fit',
    weight: 50,
    reason: 'Of several names that hold the words, the one with least besides is meant.',
    example:
      '"st hildas": St Hilda’s before St Hilda’s Food Co-op, because it is more of the name.',
    value: ({ nameFit }) => nameFit,
  },
  {
    name: 'both-needs',
    weight: 24,
    reason: 'Who names two needs is best helped in one place.',
    example: '"debt and housing": an adviser on both before one on debt, because both were named.',
    value: ({ document }, { plan }) =>
      plan.needsTogether && share(plan.needs, document.facets.need) === 1 ? 1 : 0,
  },
  {
    name: 'main-need',
    weight: 16,
    reason:
      'What a listing is mainly for it does best. The second need understood is a little less sure.',
    example:
      '"food bank": a food bank before an art class with lunch, because food is what it is for.',
    value: ({ document }, { plan }) => {
      const place = plan.needs.indexOf(document.facets.need[0] ?? '');
      return place < 0 ? 0 : place === 0 ? 1 : 0.8;
    },
  },
  {
    name: 'words',
    weight: 30,
    reason:
      'The words say more than the need. Rare ones, and those in a name or summary, say most.',
    example: '"yoga": a yoga class before other exercise, because it says yoga.',
    value: ({ index }, { evidence }) => evidence.share(index),
  },
  {
    name: 'kind-of-help',
    weight: 16,
    reason: 'Advice and a swap shop are both for money; the words ask for one of them.',
    example: '"debt advice": an adviser before a clothes swap, because advice was asked for.',
    value: ({ document: { offers } }, { plan }) => {
      const place = offers.findIndex((offer) => plan.wants.includes(offer));
      return place < 0 ? 0 : place === 0 ? 1 : 0.7;
    },
  },
  {
    name: 'for-whom',
    weight: 20,
    reason: 'Of people asked about, the rarer says more: of "somali women", that they are Somali.',
    example:
      '"somali women": a Somali group before a women’s group, because fewer are for Somalis.',
    value: ({ document }, { people }) => {
      let held = 0;
      let whole = 0;
      for (const [who, rarity] of people) {
        whole += rarity;
        if (document.facets.who.includes(who)) held += rarity;
      }
      return whole === 0 ? 0 : held / whole;
    },
  },
  {
    name: 'near',
    weight: 24,
    reason:
      'A place that was named is meant. Within a kilometre all is near, from four on all is far.',
    example:
      '"food bank e3": one in Bow before one on the Isle of Dogs, because it can be walked to.',
    value: ({ document, metres }, asked) =>
      isInArea(document, asked) ? 1 : metres === undefined ? 0 : nearness(metres),
  },
  {
    name: 'speaks',
    weight: 6,
    reason: 'A language that was asked for is seldom a matter of taste.',
    example:
      '"bengali counselling": a counsellor who speaks Bengali before others, because it was asked for.',
    value: ({ document }, { plan }) => share(plan.prefer.language ?? [], document.facets.language),
  },
  {
    name: 'wide',
    weight: 2,
    reason: 'What is for one estate is mostly for somebody else’s.',
    example: '"debt advice": an adviser for the whole borough before one for a single estate.',
    value: ({ document }) => (document.isWide ? 1 : 0),
  },
  {
    name: 'contact',
    weight: 2,
    reason: 'A phone is answered today; a website may only tell more.',
    example: '"debt advice": an adviser with a phone before one with a website alone.',
    value: ({ document }) => 1 - document.contact / 4,
  },
  {
    name: 'cost-and-way',
    weight: 2,
    reason: '"Free" and "drop in" are wishes; who means them as a condition ticks the box.',
    example: '"free yoga": a free class before a paid one, because it was asked for.',
    value: ({ document: { facets } }, { plan: { prefer } }) =>
      (share(prefer.cost ?? [], facets.cost) + share(prefer.way ?? [], facets.way)) / 2,
  },
  {
    name: 'language-of-the-page',
    weight: 1.5,
    reason: 'Who reads Bengali or Somali is likely glad to speak it.',
    example:
      '"খাবার": a food bank where Bengali is spoken before another, because the page is in Bengali.',
    value: ({ document }, { plan }) =>
      plan.locale !== 'en' && document.facets.language.includes(plan.locale) ? 1 : 0,
  },
  {
    name: 'on-then',
    weight: 12,
    reason: 'Few listings have their times in a form that can be compared; those that fit help.',
    example: '"yoga on sunday": a class known to be on Sundays before others.',
    value: ({ document }, { plan }) => (isOnThen(document.sessions, plan.when) ? 1 : 0),
  },
  {
    name: 'fresh',
    weight: 0.5,
    reason: 'What was checked lately is likelier still true.',
    example: '"food bank": one checked last month before one never checked.',
    value: ({ document }) => 1 - document.freshness / 3,
  },
  {
    name: 'one-common-word',
    weight: -100,
    reason: 'It only shares a word with the question.',
    example:
      '"harp repair": a repair shop with harps before another repair shop, because harp is the rarer word.',
    value: ({ tier }) => (tier === 'tail' ? 1 : 0),
  },
  {
    name: 'seldom-the-answer',
    weight: -100,
    reason:
      'A landlord has the words of every trouble with a home, and a campaign those of its cause.',
    example: '"damp": an adviser before a landlord, because a landlord was not asked for.',
    value: ({ document: { offers }, tier }, { plan }) => {
      const [main = ''] = offers;
      return SELDOM.includes(main) && tier !== 'name' && !plan.wants.includes(main) ? 1 : 0;
    },
  },
  {
    name: 'out-of-reach',
    weight: -1_000,
    reason:
      'Nobody can get in touch with it. It is shown, so that whoever knows it sees it is known.',
    example: '"food bank": one with an address before one without any contact.',
    value: ({ document }) => (document.contact === 4 ? 1 : 0),
  },
  {
    name: 'not-wanted',
    weight: -20_000,
    reason: 'It was said what is not wanted.',
    example: '"exercise not swimming": a walk before a pool, because swimming is not wanted.',
    value: ({ index, document }, { plan, evidence }) =>
      evidence.holdsUnwanted(index) || plan.unwantedNeeds.includes(document.facets.need[0] ?? '')
        ? 1
        : 0,
  },
  {
    name: 'for-others',
    weight: -20_000,
    reason:
      'Whoever is sent to a group for the other sex or another age is turned away at the door.',
    example: '"my husband hits me": a helpline for everyone before a line for men.',
    value: ({ document }, { plan }) => (isForOthers(document.facets.who, plan.people) ? 1 : 0),
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof features)[number]['name'];

/** Kinds of help that are an answer only where they were asked for. */
const SELDOM: readonly string[] = ['landlord', 'representation'];
const NEAR_METRES = 1_000;
const FAR_METRES = 4_000;

function nearness(metres: number): number {
  const near = (FAR_METRES - metres) / (FAR_METRES - NEAR_METRES);
  return Math.min(Math.max(near, 0), 1);
}

/** How many of those asked for are held: 0 to 1. */
function share(asked: readonly string[], held: readonly string[]): number {
  if (asked.length === 0) return 0;
  let count = 0;
  for (const each of asked) if (held.includes(each)) count += 1;
  return count / asked.length;
}
