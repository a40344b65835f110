import * as values from './feature-values.ts';

/**
 * Why one listing stands before another: the sum of what speaks for and against it.
 *
 *     "landlord wants me out by friday"             rule     need + main + kind + words + ...  against      sum
 *     Housing options team   an editor's first     12,000  + 110  +  16  +  16  +   6                   12,148
 *     Law centre             has the need                    110  +  16  +  16  +   9                      151
 *     Tenants' newsletter    has the words                                         21                       21
 *     A housing association  has the need                    110  +  16         +  14       -110            30
 *     Law clinic for men     has the need, asked by a woman  110  +  16  +  16  +   9    -20,000       -19,849
 *
 * The weights make bands, and nothing within a band can leave it: asked for by name (30,000), put first by an
 * editor (12,000), for the need (110: more than all that a listing without the need can gather), the rest. What
 * speaks against a listing takes it behind the others of its band or to the end of the results, never out of
 * them. Within a band what is surest weighs most: two needs that were named, a place, the words themselves.
 * What nobody asked for (who can be reached, what is checked) only decides between equals, and
 * names between those that are equal still.
 *
 * A feature is one function of a listing and a question, from 0 to 1, and one weight. See it at work with
 * `npm run relevance -- --explain "what was typed"`, and what each is worth with `npm run relevance -- --ablate`.
 */
export interface Feature {
  name: string;
  /** Below 0: it speaks against the listing. */
  weight: number;
  reason: string;
  /** "A before B for this query, because": shown by a test of the same name. */
  example: string;
  value: values.FeatureValue;
}

export const features = [
  {
    name: 'asked-by-name',
    weight: 30_000,
    reason: 'Who types a name wants that one.',
    example:
      '"toynbee hall": Toynbee Hall before those who work in it, because it is its whole name.',
    value: values.isAskedByName,
  },
  {
    name: 'put-first',
    weight: 12_000,
    reason:
      'An editor knows the two to five to ring first. Twenty of them are still further apart than all else adds up to.',
    example:
      '"eviction": the housing options team before a tenants’ association, because the situation says so.',
    value: values.standing,
  },
  {
    name: 'specific',
    weight: 13_000,
    reason:
      'Whoever says what or for whom exactly is answered exactly, unless it is urgent: then what an editor put first comes first.',
    example:
      '"choir": the choir before the arts centres that an editor put first, because it alone sings.',
    value: values.isSpecific,
  },
  {
    name: 'suits',
    weight: 150,
    reason: 'An editor knows what suits a situation as well, beyond the few to ring first.',
    example:
      '"eviction": another advice centre before a hostel, because the situation names it as suitable.',
    value: values.suits,
  },
  {
    name: 'may-be-put-first',
    weight: 200,
    reason:
      'Words that no phrase explains still lean towards a situation, and so towards whom it names.',
    example:
      '"they want the flat back": the housing options team before an estate’s forum, because most like it is an eviction.',
    value: values.leaning,
  },
  {
    name: 'need',
    weight: 110,
    reason: 'A listing for the need is an answer; one that has the words may only mention it.',
    example:
      '"food bank": a food bank before a minibus with "a lift to the food bank", because it gives food.',
    value: values.hasNeed,
  },
  {
    name: 'name-fit',
    weight: 50,
    reason: 'Of several names that hold the words, the one with least besides is meant.',
    example:
      '"st hildas": St Hilda’s before St Hilda’s Food Co-op, because it is more of the name.',
    value: values.nameFit,
  },
  {
    name: 'both-needs',
    weight: 24,
    reason: 'Who names two needs is best helped in one place.',
    example: '"debt and housing": an adviser on both before one on debt, because both were named.',
    value: values.hasBothNeeds,
  },
  {
    name: 'main-need',
    weight: 16,
    reason:
      'What a listing is mainly for it does best. The second need understood is a little less sure.',
    example:
      '"food bank": a food bank before an art class with lunch, because food is what it is for.',
    value: values.mainNeed,
  },
  {
    name: 'words',
    weight: 30,
    reason:
      'The words say more than the need. Rare ones, and those in a name or summary, say most.',
    example: '"yoga": a yoga class before other exercise, because it says yoga.',
    value: values.words,
  },
  {
    name: 'kind-of-help',
    weight: 16,
    reason: 'Advice and a swap shop are both for money; the words ask for one of them.',
    example: '"debt advice": an adviser before a clothes swap, because advice was asked for.',
    value: values.kindOfHelp,
  },
  {
    name: 'fitting-help',
    weight: 30,
    reason: 'Each need is answered by some kinds of help; an editor says which (lists/needs.yaml).',
    example: '"debt": an adviser before a credit union’s shop, because advice answers debt.',
    value: values.fittingHelp,
  },
  {
    name: 'for-whom',
    weight: 20,
    reason: 'Of people asked about, the rarer says more: of "somali women", that they are Somali.',
    example:
      '"somali women": a Somali group before a women’s group, because fewer are for Somalis.',
    value: values.forWhom,
  },
  {
    name: 'near',
    weight: 24,
    reason:
      'A place that was named is meant. Within a kilometre all is near, from four on all is far.',
    example:
      '"food bank e3": one in Bow before one on the Isle of Dogs, because it can be walked to.',
    value: values.near,
  },
  {
    name: 'speaks',
    weight: 6,
    reason: 'A language that was asked for is seldom a matter of taste.',
    example:
      '"bengali counselling": a counsellor who speaks Bengali before others, because it was asked for.',
    value: values.speaks,
  },
  {
    name: 'wide',
    weight: 2,
    reason: 'What is for one estate is mostly for somebody else’s.',
    example: '"debt advice": an adviser for the whole borough before one for a single estate.',
    value: values.isWide,
  },
  {
    name: 'contact',
    weight: 2,
    reason: 'A phone is answered today; a website may only tell more.',
    example: '"debt advice": an adviser with a phone before one with a website alone.',
    value: values.contact,
  },
  {
    name: 'cost-and-way',
    weight: 2,
    reason: '"Free" and "drop in" are wishes; who means them as a condition ticks the box.',
    example: '"free yoga": a free class before a paid one, because it was asked for.',
    value: values.costAndWay,
  },
  {
    name: 'language-of-the-page',
    weight: 1.5,
    reason: 'Who reads Bengali or Somali is likely glad to speak it.',
    example:
      '"খাবার": a food bank where Bengali is spoken before another, because the page is in Bengali.',
    value: values.languageOfPage,
  },
  {
    name: 'on-then',
    weight: 12,
    reason: 'Few listings have their times in a form that can be compared; those that fit help.',
    example: '"yoga on sunday": a class known to be on Sundays before others.',
    value: values.isOn,
  },
  {
    name: 'fresh',
    weight: 0.5,
    reason: 'What was checked lately is likelier still true.',
    example: '"food bank": one checked last month before one never checked.',
    value: values.freshness,
  },
  {
    name: 'one-common-word',
    weight: -110,
    reason: 'It only shares a word with the question.',
    example:
      '"harp repair": a repair shop with harps before another repair shop, because harp is the rarer word.',
    value: values.hasOneCommonWord,
  },
  {
    name: 'seldom-the-answer',
    weight: -110,
    reason:
      'A landlord has the words of every trouble with a home, and a campaign those of its cause.',
    example: '"damp": an adviser before a landlord, because a landlord was not asked for.',
    value: values.isSeldomTheAnswer,
  },
  {
    name: 'other-kind-of-help',
    weight: -60,
    reason: 'It is about the need, and gives nothing that answers it.',
    example: '"debt": an adviser before a charity shop, because a shop is no answer to debt.',
    value: values.isOtherHelp,
  },
  {
    name: 'for-a-few',
    weight: -130,
    reason:
      'Children, men, one community: whoever belongs to them mostly says so. It is kept for those who do.',
    example:
      '"panic attacks": a service for adults before one for children, because no child was named.',
    value: values.isForAFew,
  },
  {
    name: 'out-of-reach',
    weight: -1_000,
    reason:
      'Nobody can get in touch with it. It is shown, so that whoever knows it sees it is known.',
    example: '"food bank": one with an address before one without any contact.',
    value: values.isOutOfReach,
  },
  {
    name: 'not-wanted',
    weight: -20_000,
    reason: 'It was said what is not wanted.',
    example: '"exercise not swimming": a walk before a pool, because swimming is not wanted.',
    value: values.isNotWanted,
  },
  {
    name: 'for-others',
    weight: -20_000,
    reason:
      'Whoever is sent to a group for the other sex or another age is turned away at the door.',
    example: '"my husband hits me": a helpline for everyone before a line for men.',
    value: values.isForOtherPeople,
  },
] as const satisfies readonly Feature[];

export type FeatureName = (typeof features)[number]['name'];
