import { z } from 'zod';
import { parseEmail } from '../form/email-address.ts';
import type { LetterText } from './letter.ts';

// As the form takes it, so that no resident's own address stops a letter.
const mailbox = z.string().refine((address) => parseEmail(address) === address);

const destination = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('practice'), practice: z.string().min(1) }),
  z.strictObject({ to: z.literal('team'), team: z.string().min(1) }),
  z.strictObject({ to: z.literal('borough') }),
  z.strictObject({ to: z.literal('operator') }),
  z.strictObject({ to: z.literal('editors') }),
  z.strictObject({ to: z.literal('resident'), address: mailbox }),
]);

// A version that this code does not know may have parts that it would leave out.
const schema = z.strictObject({
  version: z.literal(1),
  destination,
  subject: z
    .string()
    .min(1)
    .regex(/^[^\p{Cc}]+$/u),
  text: z.string().min(1),
});

/**
 * What a sealed letter says. undefined: another version, or not whole; such a letter needs a person and
 * is never sent with gaps. Every version that was ever stored must stay readable here.
 */
export function parseLetterText(json: string): LetterText | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
