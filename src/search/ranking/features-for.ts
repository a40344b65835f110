import type { Feature } from './feature.ts';
import * as values from './feature-values.ts';

/** What speaks for a listing, the strongest first but for those that only few questions ask for. */
export const featuresFor = [
  {
    name: 'asked-by-name',
    weight: 32_000,
    reason: 'Who types a name wants that one.',
    example:
      '"toynbee hall": Toynbee Hall before those who work in it, because it is its whole name.',
    value: values.isAskedByName,
  },
  {
    name: 'put-first',
    weight: 14_000,
    reason:
      'An editor knows the two to five to ring first. Each is further from the next than all else adds up to.',
    example:
      '"eviction": the housing options team before a tenants’ association, because the situation says so.',
    value: values.pinned,
  },
  {
    name: 'specific',
    weight: 15_500,
    reason:
      'Whoever says what or for whom exactly is answered exactly, unless it is urgent: then what an editor put first comes first.',
    example:
      '"choir": the choir before the arts centres that an editor put first, because it alone sings.',
    value: values.isSpecific,
  },
  {
    name: 'suits',
    weight: 200,
    reason: 'An editor knows what suits a situation as well, beyond the few to ring first.',
    example:
      '"eviction": another advice centre before a hostel, because the situation names it as suitable.',
    value: values.isSuitable,
  },
  {
    name: 'may-be-put-first',
    weight: 200,
    reason:
      'Words that no phrase explains still lean towards a situation, and so towards whom it names.',
    example:
      '"they want the flat back": the housing options team before an estate’s forum, because most like it is an eviction.',
    value: values.likelyPinned,
  },
  {
    name: 'need',
    weight: 150,
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
    value: values.wordMatch,
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
    value: values.languageAsked,
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
    value: values.isOnAtTime,
  },
  {
    name: 'fresh',
    weight: 0.5,
    reason:
      'Phone, times and address that were checked lately are likelier still true. Urgent help does not age.',
    example: '"food bank": one checked last month before one never checked.',
    value: values.freshness,
  },
] as const satisfies readonly Feature[];
