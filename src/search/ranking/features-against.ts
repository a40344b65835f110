import type { Feature } from './feature.ts';
import * as values from './feature-values.ts';

/** What speaks against a listing. It is shown all the same. */
export const featuresAgainst = [
  {
    name: 'one-common-word',
    weight: -150,
    reason: 'It only shares a word with the question.',
    example:
      '"harp repair": a repair shop with harps before another repair shop, because harp is the rarer word.',
    value: values.isTailMatch,
  },
  {
    name: 'seldom-the-answer',
    weight: -150,
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
    weight: -150,
    reason:
      'Children, men, one community: whoever belongs to them mostly says so. It is kept for those who do.',
    example:
      '"panic attacks": a service for adults before one for children, because no child was named.',
    value: values.narrowAudience,
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
    value: values.isForWrongAudience,
  },
] as const satisfies readonly Feature[];
