import type { Need } from '../../directory/lists.ts';
import type { Situation } from '../../directory/situation.ts';
import type { SearchDefinition } from '../definition/definition.ts';
import type { Topic } from './topic-matcher.ts';

const NO_PHRASES = { phrases: [], avoid: [] };

/** A need by its labels and its everyday words. */
export function toNeedTopic({ slug, label }: Need, { everyday }: SearchDefinition): Topic {
  const { phrases, avoid } = everyday.get(slug) ?? NO_PHRASES;
  return { slug, avoid, phrases: [...Object.values(label), ...phrases] };
}

/** A situation by its titles and what people say when it has happened. */
export function toSituationTopic(
  { slug, title }: Situation,
  { situations }: SearchDefinition,
): Topic {
  const { phrases, avoid } = situations.get(slug) ?? NO_PHRASES;
  return { slug, avoid, phrases: [...Object.values(title), ...phrases] };
}
