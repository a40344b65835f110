import { editDistance } from '../i18n/edit-distance.ts';

/** The allowed word most like what was found, if any is near enough to have been meant. */
export function findNearest(found: string, allowed: readonly string[]): string | undefined {
  const plain = toComparable(found);
  const limit = Math.max(1, Math.floor(plain.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const word of allowed) {
    const distance = editDistance(plain, toComparable(word), limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** "found 'Bow East'; allowed: bow, mile-end; did you mean 'bow'?" */
export function describeUnknown(found: string, allowed: readonly string[]): string {
  const nearest = findNearest(found, allowed);
  const choices = allowed.length > 0 ? allowed.join(', ') : 'nothing yet';
  const guess = nearest ? `; did you mean '${nearest}'?` : '.';
  return `found '${found}'; allowed: ${choices}${guess}`;
}

// A key and not words: slugs are compared whole, whatever stands between their words.
function toComparable(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
