import type { Lists } from '../../directory/lists.ts';
import type { PublicListing } from '../../directory/public-listing.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { ChosenTopics } from '../topics/choose-topics.ts';
import { createPhoneFinder } from './find-by-phone.ts';
import { createPinnedListings } from './pinned-listings.ts';
import type { Plan } from './plan.ts';

export type PlannedTopics = Pick<
  Plan,
  | 'needs'
  | 'needsTogether'
  | 'needsAreCertain'
  | 'pinned'
  | 'suitable'
  | 'likelyPinned'
  | 'offersForNeeds'
  | 'isUrgent'
>;

/** Plans what the topics understood ask for. A phone number that was typed pins its listings instead. */
export function createTopicPlanner({
  definition,
  situations,
  lists,
  listings,
}: {
  definition: Pick<SearchDefinition, 'settings'>;
  situations: readonly Situation[];
  lists: Pick<Lists, 'needs'>;
  listings: readonly PublicListing[];
}): (topics: ChosenTopics, typed: string) => PlannedTopics {
  const { pinned, suitable, likelyPinned } = createPinnedListings({
    situations,
    needs: lists.needs,
    most: definition.settings.limits.first,
  });
  const findByPhone = createPhoneFinder(listings);
  const urgent = new Set(
    situations.filter(({ urgency }) => urgency !== 'soon').map(({ slug }) => slug),
  );

  return (topics, typed) => {
    const byPhone = findByPhone(typed).map((listing) => ({ listing, situation: undefined }));
    return {
      needs: topics.needs,
      needsTogether: topics.together,
      needsAreCertain: topics.isCertain,
      pinned: byPhone.length > 0 ? byPhone : pinned(topics),
      suitable: suitable(topics),
      likelyPinned: likelyPinned(topics.likely),
      offersForNeeds: offersFor(topics.needs),
      isUrgent: topics.situations.some((slug) => urgent.has(slug)),
    };
  };

  function offersFor(needs: readonly string[]): string[] {
    const asked = lists.needs.filter(({ slug }) => needs.includes(slug));
    return [...new Set(asked.flatMap(({ offers }) => offers))];
  }
}
