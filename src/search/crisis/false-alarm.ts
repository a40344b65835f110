import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Crisis } from '../port.ts';
import type { ChosenTopics } from '../topics/choose-topics.ts';

// From here a situation is told as plainly as by its own phrases.
const PLAINLY_FROM = 0.2;

/**
 * Tells when urgent help would be a false alarm: only the classifier heard danger, no frame did, and what
 * has happened is plainly a situation in which nobody is in danger ("told to leave my home").
 */
export function createHarmlessCheck(
  situations: readonly Pick<Situation, 'slug' | 'crisis' | 'private'>[],
  { crisis }: Pick<SearchDefinition, 'crisis'>,
): (heard: Crisis, said: Pick<ChosenTopics, 'situations' | 'likely'>) => boolean {
  const dangerous = new Set(crisis.harmless.unsure);
  for (const situation of situations) {
    if (situation.crisis || situation.private) dangerous.add(situation.slug);
  }
  return ({ because }, said) =>
    because.frames.length === 0 &&
    (said.likely[0]?.likelihood ?? 0) >= PLAINLY_FROM &&
    said.situations.length > 0 &&
    said.situations.every((slug) => !dangerous.has(slug));
}
