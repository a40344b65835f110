import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis } from '../port.ts';
import type { ChosenTopics } from '../topics/choose-topics.ts';

// From here a situation is told as plainly as by its own phrases.
const CLEAR_FROM = 0.2;

/**
 * Tells when urgent help would be a false alarm: only the classifier heard danger, no frame did, and what
 * has happened is plainly a situation in which nobody is in danger ("told to leave my home").
 */
export function createFalseAlarmDetector(
  situations: readonly Pick<Situation, 'slug' | 'crisis' | 'private'>[],
  { crisis }: Pick<SearchDefinition, 'crisis'>,
): (crisis: Crisis, topics: Pick<ChosenTopics, 'situations' | 'likely'>) => boolean {
  const dangerous = new Set(crisis.harmless.unsure);
  for (const situation of situations) {
    if (situation.crisis || situation.private) dangerous.add(situation.slug);
  }
  return ({ because }, topics) =>
    because.frames.length === 0 &&
    (topics.likely[0]?.likelihood ?? 0) >= CLEAR_FROM &&
    topics.situations.length > 0 &&
    topics.situations.every((slug) => !dangerous.has(slug));
}
