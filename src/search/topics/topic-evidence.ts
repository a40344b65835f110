import type { Situation } from '../../directory/situation.ts';
import type { Crisis } from '../port.ts';
import type { TopicPrediction } from './predict-topics.ts';
import type { TopicMatch } from './topic-matcher.ts';

/** What a situation must tell of itself to be chosen. */
export type SituationFacts = Pick<Situation, 'slug' | 'needs' | 'crisis'>;

/** All that speaks for one topic or another in the words of a search. */
export interface TopicEvidence {
  situations: readonly TopicMatch[];
  /** Situations that words look like but do not mean. */
  avoided: ReadonlySet<string>;
  needs: readonly TopicMatch[];
  prediction: TopicPrediction;
  /** Share of the words with content that the matched phrases explain. */
  covered: number;
  /** Some listing's name holds all the words; topics are not predicted from a name. */
  isName: boolean;
  /** How many words there are. */
  length: number;
  /** Danger that the words may speak of: it speaks for the situations of that danger. */
  crisis?: Crisis | undefined;
}
