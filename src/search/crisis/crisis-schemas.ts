import { z } from 'zod';
import { byLanguage } from '../../i18n/locale.ts';
import { typedLanguages } from '../words/typed-languages.ts';

/**
 * The form of the files in search-index/crisis/. How they are read is told in search-index/README.md.
 */

const text = z.coerce.string().trim().min(1);
const texts = z.array(text).default([]);
const inEachLanguage = <T extends z.ZodType>(value: T) =>
  z.strictObject(byLanguage(typedLanguages, () => value));

const frames = inEachLanguage(texts).partial().default({});

/** words.yaml: sets by name, and the endings that `~` stands for. Entries are parted by commas. */
export const crisisWordsSchema = z.strictObject({
  spellings: z.record(z.string(), text),
  endings: inEachLanguage(text),
  /** Words that turn what they stand by into its opposite, and small words that may stand between. */
  negation: z.strictObject({
    before: inEachLanguage(z.string()),
    between: inEachLanguage(z.string()),
    after: inEachLanguage(z.string()),
  }),
  sets: z.record(z.string().regex(/^[A-Z][A-Z0-9-]*$/), inEachLanguage(text).partial()),
});

/** One subject: <subject>.yaml. */
export const crisisSubjectSchema = z.strictObject({
  /** The most urgent first. */
  kinds: z.array(z.enum(['emergency', 'suicide', 'danger'])).min(1),
  /** Situations (content/situations/) whose words in search-index/situations/ are examples too. */
  situations: texts,
  frames,
  /** As written, small words included. */
  phrases: frames,
  /** Sentences that the classifier learns from. */
  examples: frames,
});

/** harmless.yaml: what only sounds like a crisis. */
export const harmlessSchema = z.strictObject({
  /** Situations whose words may be urgent or not: nothing is learnt from them. All others' are harmless. */
  unsure: texts,
  frames,
  /** What makes everything near it harmless: "volunteer", "years ago … fine". */
  contexts: frames,
  phrases: frames,
  examples: frames,
});
