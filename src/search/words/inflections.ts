/**
 * English forms of the same word: 'walk' gives 'walks', 'walking'; 'classes' gives 'class'. Many are no
 * words at all, so callers keep those that a word list knows. Words of other scripts and under four
 * letters have none.
 */
export function inflections(word: string): string[] {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  const forms = new Set(basesOf(word).flatMap(formsOf));
  forms.delete(word);
  return [...forms].filter((form) => form.length >= 3);
}

/** What the word may be a form of; itself first. */
function basesOf(word: string): string[] {
  const bases = [word];
  const without = (ending: string) => (word.endsWith(ending) ? word.slice(0, -ending.length) : '');
  const add = (base: string) => base.length >= 3 && bases.push(base);
  if (!word.endsWith('ss')) add(without('s'));
  add(without('es'));
  if (without('ies')) add(`${without('ies')}y`);
  for (const ending of ['ing', 'ings', 'ed', 'er', 'ers']) {
    const stem = without(ending);
    if (!stem) continue;
    add(stem);
    add(`${stem}e`);
    // 'swimming' and 'swim'
    if (/([^aeiou])\1$/.test(stem)) add(stem.slice(0, -1));
  }
  // 'mouldy', 'rental': shorter stems are mostly other words, 'party' and 'local'.
  for (const ending of ['y', 'al', 'als']) if (without(ending).length >= 4) add(without(ending));
  return bases;
}

function formsOf(base: string): string[] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const forms = [base, `${base}s`, `${base}es`];
  for (const ending of ['ing', 'ings', 'ed', 'er', 'ers']) forms.push(stem + ending);
  if (/[^aeiou]y$/.test(base)) forms.push(`${base.slice(0, -1)}ies`);
  // 'swim' and 'swimming'
  if (/[^aeiou][aeiou][bdgmnprt]$/.test(base)) {
    for (const ending of ['ing', 'ed', 'er', 'ers']) forms.push(base + base.slice(-1) + ending);
  }
  return forms;
}
