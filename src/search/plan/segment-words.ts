/**
 * Splits words that were typed as one: "rentarrears" is "rent arrears". Only a word that nothing knows,
 * into two that are known and long enough not to be chance.
 */
export function segmentWords(
  words: readonly string[],
  isKnown: (word: string) => boolean,
): string[] {
  return words.flatMap((word) => {
    if (word.length < 2 * SHORTEST || isKnown(word) || /\p{N}/u.test(word)) return [word];
    for (let at = word.length - SHORTEST; at >= SHORTEST; at -= 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (halves.every(isKnown)) return halves;
    }
    return [word];
  });
}

const SHORTEST = 4;
