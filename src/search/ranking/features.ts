import { featuresAgainst } from './features-against.ts';
import { featuresFor } from './features-for.ts';

/**
 * Why one listing stands before another: the sum of what speaks for and against it.
 *
 *     "landlord wants me out by friday"             rule     need + main + kind + words + ...  against      sum
 *     Housing options team   an editor's first     14,000  + 150  +  16  +  16  +   6                   14,188
 *     Law centre             has the need                    150  +  16  +  16  +   9                      191
 *     Tenants' newsletter    has the words                                         21                       21
 *     A housing association  has the need                    150  +  16         +  14       -150            30
 *     Law clinic for men     has the need, asked by a woman  150  +  16  +  16  +   9    -20,000       -19,809
 *
 * The weights make bands, and nothing within a band can leave it: asked for by name (32,000), answering exactly
 * what was said (15,500), put first by an editor (14,000), and the rest, where the need (150) outweighs words,
 * kind of help, people and place together. What speaks against a listing takes it behind the others of its band
 * or to the end of the results, never out of them. Within a band what is surest weighs most. What nobody asked
 * for (who can be reached, what is checked) only decides between equals, and names between those still equal.
 *
 * A feature is one function of a listing and a question, from 0 to 1, and one weight. See it at work with
 * `npm run relevance -- --explain "what was typed"`, and what each is worth with `npm run relevance -- --ablate`.
 */
export const features = [...featuresFor, ...featuresAgainst] as const;

export type FeatureName = (typeof features)[number]['name'];
