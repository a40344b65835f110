import type { Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import { needTopic } from './predict-topics.ts';
import type { TopicExamples } from './topic-classifier.ts';
import { toNeedTopic } from './topic-phrases.ts';

// Enough to know a need's language; more would only cost time when the index is built.
const MOST_EXAMPLES = 200;
const LISTING_WEIGHT = { main: 0.3, other: 0.12 };
const OWN_TEXT_WEIGHT = 0.5;

/** What the classifier learns each situation and each need from. */
export function toTopicExamples({
  definition,
  lists,
  situations,
  listings,
}: {
  definition: SearchDefinition;
  lists: Pick<Lists, 'needs'>;
  situations: readonly Situation[];
  listings: readonly PublicListing[];
}): TopicExamples[] {
  return [
    ...situations.map(({ slug, title, lead }) => ({
      topic: slug,
      phrases: definition.situations.get(slug)?.phrases ?? [],
      texts: [...Object.values(title), ...Object.values(lead)].map((text) => ({
        text,
        weight: OWN_TEXT_WEIGHT,
      })),
    })),
    ...lists.needs.map((need) => ({
      topic: needTopic(need.slug),
      phrases: toNeedTopic(need, definition).phrases,
      texts: listings
        .filter((listing) => listing.needs.includes(need.slug))
        .slice(0, MOST_EXAMPLES)
        .map((listing) => ({
          text: `${listing.name} ${listing.summary} ${listing.description}`,
          weight: listing.needs[0] === need.slug ? LISTING_WEIGHT.main : LISTING_WEIGHT.other,
        })),
    })),
  ];
}
