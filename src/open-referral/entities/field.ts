import { z } from 'zod';

/** A field's type with what it means, for the checks of tests and for the documentation alike. */

export const id = (of: string) => z.uuid().describe(`Identifies ${of}. It never changes.`);

export const text = (meaning: string) => z.string().min(1).describe(meaning);

export const optionalText = (meaning: string) => z.string().min(1).optional().describe(meaning);

export const day = (meaning: string) => z.iso.date().describe(meaning);

/** Left out where it would be empty. */
export const optionalList = <T extends z.ZodType>(of: T, meaning: string) =>
  z.array(of).min(1).optional().describe(meaning);
