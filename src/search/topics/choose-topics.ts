import type { SearchSettings } from '../definition/definition-schemas.ts';
import { type ChosenNeeds, createNeedChooser } from './choose-needs.ts';
import { createSituationChooser } from './choose-situations.ts';
import type { TopicLikelihood } from './topic-classifier.ts';
import type { SituationFacts, TopicEvidence } from './topic-evidence.ts';
import { createSituationWeigher } from './weigh-situations.ts';

export interface ChosenTopics extends ChosenNeeds {
  /** Understood, the surer first: shown above the results. */
  situations: string[];
  /** Might be meant: offered. */
  suggestedSituations: string[];
  /** All that are possible, the likeliest first. */
  likely: TopicLikelihood[];
}

/** Decides what someone means from the phrases matched in their words and from a prediction for the whole. */
export function createTopicChooser(
  situations: readonly SituationFacts[],
  settings: Pick<SearchSettings, 'guess' | 'limits'>,
  /** By subject of search-index/crisis/: the situations that it is about. */
  situationsOfDanger: ReadonlyMap<string, readonly string[]>,
): (evidence: TopicEvidence) => ChosenTopics {
  const { guess: rules, limits } = settings;
  const weighSituations = createSituationWeigher(situations, settings, situationsOfDanger);
  const chooseSituations = createSituationChooser(situations, settings);
  const chooseNeeds = createNeedChooser(situations, settings);

  return (evidence) => {
    const likely = weighSituations(evidence);
    const understood = chooseSituations(evidence, likely);
    return {
      situations: understood,
      likely,
      suggestedSituations: likely
        .filter(({ likelihood }) => likelihood >= rules.situation.suggestFrom)
        .map(({ topic }) => topic)
        .filter((slug) => !understood.includes(slug))
        .slice(0, limits.suggestedSituations),
      ...chooseNeeds(evidence, understood),
    };
  };
}
