/**
 * What an English word sounds like, roughly: "leccy" and "lekky", "fysical" and "physical" have one key.
 * Vowels inside a word are left out, since they are what people guess at most. `undefined` for words of
 * other scripts, with figures, or too short to tell apart.
 */
export function phoneticKey(word: string): string | undefined {
  if (!/^[a-z]{3,}$/.test(word)) return undefined;
  let sound = word;
  for (const [spelling, like] of SPELLINGS) sound = sound.replace(spelling, like);
  const key = sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/g, '');
  return key.length >= 2 ? key.replace(/(.)\1+/g, '$1') : undefined;
}

// In order: a later rule sees what an earlier one left. Capitals stand for sounds of two letters.
const SPELLINGS: readonly [RegExp, string][] = [
  [/^[aeiou]/, 'a'],
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^ps/, 's'],
  [/ph/g, 'f'],
  [/(?<!^)gh/g, ''],
  [/gh/g, 'g'],
  [/cc(?=y)/g, 'k'],
  [/sch/g, 'sk'],
  [/(sh|[ts]ion|[ct]ia|[ct]io|ci(?=[aou]))/g, 'S'],
  [/t?ch/g, 'C'],
  [/th/g, 'T'],
  [/dg(?=[eiy])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d(?=t$)|b(?=t)/g, ''],
  [/p(?=t$)/g, ''],
  [/(?<!^)[hwy]/g, ''],
];
