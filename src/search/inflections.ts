// Longest first: 'classes' loses 'es' before 's'.
const ENDINGS = ['ings', 'ing', 'ers', 'er', 'als', 'al', 'es', 'ed', 's', 'y'];
const ADDED = ['s', 'es', 'ing', 'er', 'ers', 'ed'];

/**
 * English forms of the same word: 'walk' gives 'walks', 'walking'; 'classes' gives 'class'. Many are no
 * words at all, so callers keep those that a word list knows. Words of other scripts and under four
 * letters have none.
 */
export function inflections(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  const forms = new Set<string>();
  for (const stem of stems(word)) {
    forms.add(stem);
    forms.add(`${stem}e`);
    for (const ending of ADDED) forms.add(stem + ending);
    forms.add(`${stem}y`);
    forms.add(`${stem}ies`);
    // 'swim' and 'swimming'
    const double = stem.slice(-1);
    if (!/[aeiouy]/.test(double)) {
      forms.add(`${stem}${double}ing`);
      forms.add(`${stem}${double}er`);
      forms.add(`${stem}${double}ed`);
    }
  }
  forms.delete(word);
  return [...forms].filter((form) => form.length >= 3);
}

function stems(word: string): string[] {
  const found = [word];
  if (word.endsWith('e')) found.push(word.slice(0, -1));
  if (word.endsWith('ies') && word.length > 5) found.push(`${word.slice(0, -3)}y`);
  for (const ending of ENDINGS) {
    const stem = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || stem.length < (ending.startsWith('al') ? 4 : 3)) continue;
    found.push(stem);
    if (/([^aeiou])\1$/.test(stem)) found.push(stem.slice(0, -1));
  }
  return found;
}
